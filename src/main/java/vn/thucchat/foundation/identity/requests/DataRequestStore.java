package vn.thucchat.foundation.identity.requests;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.data_request}. */
@Component
record DataRequestStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.data_request (account, id, kind, unit, synthetic, reason, made_at)
            VALUES (:account, :id, :kind, :unit, :synthetic, :reason, :at)
            """;
    private static final String SELECT = """
            SELECT account, id, kind, unit, synthetic, reason, made_at, acknowledged_at, done, answer, deleted,
                answered_at, answered_by
            FROM identity.data_request
            """;
    private static final String ONE = SELECT + " WHERE id = :id";
    private static final String OWN = SELECT + " WHERE account = ANY (:accounts) ORDER BY id DESC LIMIT :limit";
    private static final String UNANSWERED = SELECT + """
             WHERE answer IS NULL AND unit = ANY (:units) AND synthetic = :synthetic AND id > :after
            ORDER BY id LIMIT :limit
            """;
    private static final String COUNT_OPEN =
            "SELECT count(*) FROM identity.data_request WHERE account = :account AND answer IS NULL";
    private static final String ACKNOWLEDGE = """
            UPDATE identity.data_request SET acknowledged_at = :at, acknowledged_by = :by
            WHERE account = :account AND id = :id AND acknowledged_at IS NULL AND answer IS NULL
            """;
    private static final String ANSWER = """
            UPDATE identity.data_request SET done = :done, answer = :answer, answered_at = :at, answered_by = :by
            WHERE account = :account AND id = :id AND answer IS NULL
            """;
    private static final String DELETED =
            "UPDATE identity.data_request SET deleted = :lines::text[] WHERE account = :account AND id = :id";

    void insert(DataRequest made) {
        jdbc.sql(INSERT)
                .param("account", made.account())
                .param("id", made.id())
                .param("kind", made.kind().name())
                .param("unit", made.unit().value())
                .param("synthetic", made.synthetic())
                .param("reason", made.saying().reason())
                .param("at", made.saying().madeAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<DataRequest> find(UUID id) {
        return jdbc.sql(ONE).param("id", id).query(Rows.of(DataRequest.class)).optional();
    }

    /** The newest first. */
    List<DataRequest> of(Collection<UUID> accounts, int limit) {
        return jdbc.sql(OWN)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("limit", limit)
                .query(Rows.of(DataRequest.class))
                .list();
    }

    /** Those without an answer, the oldest first; {@code after} is the last of the page before. */
    List<DataRequest> unanswered(Collection<String> units, boolean synthetic, UUID after, int limit) {
        return jdbc.sql(UNANSWERED)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(DataRequest.class))
                .list();
    }

    int open(UUID account) {
        return jdbc.sql(COUNT_OPEN)
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    boolean acknowledge(DataRequest request, UUID by, Instant at) {
        return jdbc.sql(ACKNOWLEDGE)
                        .param("account", request.account())
                        .param("id", request.id())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it was answered; not when somebody did before. */
    boolean answer(DataRequest request, DataRequest.Answer answer) {
        return jdbc.sql(ANSWER)
                        .param("account", request.account())
                        .param("id", request.id())
                        .param("done", answer.done())
                        .param("answer", answer.answer())
                        .param("at", answer.answeredAt().atOffset(ZoneOffset.UTC))
                        .param("by", answer.answeredBy())
                        .update()
                == 1;
    }

    void deleted(DataRequest request, List<String> lines) {
        jdbc.sql(DELETED)
                .param("account", request.account())
                .param("id", request.id())
                .param("lines", lines.toArray(String[]::new))
                .update();
    }
}
