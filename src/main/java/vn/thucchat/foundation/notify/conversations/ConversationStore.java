package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.conversation_turn} and {@code notify.conversation_try}. */
@Component
record ConversationStore(JdbcClient jdbc) {

    /**
     * A turn that waits for its answer.
     *
     * @param sealed who wrote what; null when it was answered
     * @param tries made so far
     */
    record Waiting(String chat, UUID id, @Nullable String sealed, Instant wroteAt, int tries) {}

    private static final String INSERT = """
            INSERT INTO notify.conversation_turn (chat, id, event, sealed, state, answer, wrote_at)
            VALUES (:chat, :id, :event, :sealed, 'PLANNED', '', :at) ON CONFLICT (chat, event) DO NOTHING""";
    private static final String COUNT =
            "SELECT count(*) FROM notify.conversation_turn WHERE chat = :chat AND wrote_at > :since";
    private static final String WAITING = """
            SELECT t.chat, t.id, t.sealed, t.wrote_at,
                (SELECT count(*) FROM notify.conversation_try r WHERE r.chat = t.chat AND r.turn = t.id) AS tries
            FROM notify.conversation_turn t WHERE t.chat = :chat AND t.id = :id AND t.state = 'PLANNED'""";
    private static final String END = """
            UPDATE notify.conversation_turn SET state = :to, answer = :answer, ended_at = :now, sealed = NULL
            WHERE chat = :chat AND id = :id AND state = ANY (:from)""";
    private static final String TRY = """
            INSERT INTO notify.conversation_try (chat, turn, number, outcome, reference, at)
            SELECT chat, id, :number, :outcome, :reference, :now FROM notify.conversation_turn
            WHERE chat = :chat AND id = :turn""";
    private static final String LIST = """
            SELECT t.chat, t.id, t.state, t.answer, t.wrote_at, t.ended_at,
                (SELECT count(*) FROM notify.conversation_try r WHERE r.chat = t.chat AND r.turn = t.id) AS tries,
                coalesce((SELECT r.reference FROM notify.conversation_try r
                    WHERE r.chat = t.chat AND r.turn = t.id ORDER BY r.number DESC LIMIT 1), '') AS reference
            FROM notify.conversation_turn t WHERE t.id < :before ORDER BY t.id DESC LIMIT :limit""";
    private static final String OF = """
            SELECT t.chat, t.id, t.state, t.answer, t.wrote_at, t.ended_at, 0 AS tries, '' AS reference
            FROM notify.conversation_turn t WHERE t.chat = :chat ORDER BY t.id DESC LIMIT 500""";
    private static final String DELETE_ENDED =
            "DELETE FROM notify.conversation_turn WHERE chat = :chat AND state <> 'PLANNED'";
    private static final String COUNT_OLD = """
            SELECT count(*) FROM (SELECT 1 FROM notify.conversation_turn WHERE wrote_at < :before LIMIT :most) AS old""";
    private static final String DELETE_OLD = """
            DELETE FROM notify.conversation_turn WHERE (chat, id) IN (
                SELECT chat, id FROM notify.conversation_turn WHERE wrote_at < :before ORDER BY wrote_at LIMIT :most)""";
    private static final String DELETE = "DELETE FROM notify.conversation_turn WHERE chat = :chat";

    /** False when it was told before. */
    boolean insert(String chat, UUID id, String event, String sealed, Instant at) {
        return of(INSERT, chat, id)
                        .param("event", event)
                        .param("sealed", sealed)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    int count(String chat, Instant since) {
        return jdbc.sql(COUNT)
                .param("chat", chat)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    Optional<Waiting> waiting(String chat, UUID id) {
        return of(WAITING, chat, id).query(Rows.of(Waiting.class)).optional();
    }

    /** Ends a turn; what was written is forgotten. */
    boolean end(Waiting turn, String act, String answer, Instant now) {
        return of(END, turn.chat(), turn.id())
                        .param("to", ConversationTurn.LIFE.after(act).name())
                        .param("from", ConversationTurn.LIFE.before(act))
                        .param("answer", answer)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Notes a try, unless its turn was deleted meanwhile. */
    void tried(Waiting turn, String outcome, String reference, Instant now) {
        jdbc.sql(TRY)
                .param("chat", turn.chat())
                .param("turn", turn.id())
                .param("number", turn.tries() + 1)
                .param("outcome", outcome)
                .param("reference", reference.substring(0, Math.min(reference.length(), 300)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @param before id that all are older than */
    List<ConversationTurn> list(UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(ConversationTurn.class))
                .list();
    }

    /** The latest of one chat. */
    List<ConversationTurn> of(String chat) {
        return jdbc.sql(OF)
                .param("chat", chat)
                .query(Rows.of(ConversationTurn.class))
                .list();
    }

    /** Those that wait are answered still. */
    int deleteEnded(String chat) {
        return jdbc.sql(DELETE_ENDED).param("chat", chat).update();
    }

    int countOld(Instant before, int most) {
        return of(COUNT_OLD, before, most).query(Integer.class).single();
    }

    int deleteOld(Instant before, int most) {
        return of(DELETE_OLD, before, most).update();
    }

    int deleteAll(String chat) {
        return jdbc.sql(DELETE).param("chat", chat).update();
    }

    private JdbcClient.StatementSpec of(String sql, Instant before, int most) {
        return jdbc.sql(sql).param("before", before.atOffset(ZoneOffset.UTC)).param("most", most);
    }

    private JdbcClient.StatementSpec of(String sql, String chat, UUID id) {
        return jdbc.sql(sql).param("chat", chat).param("id", id);
    }
}
