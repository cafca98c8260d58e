package vn.thucchat.foundation.identity.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.look_objection}. */
@Component
record ReadObjectionStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.look_objection (id, subject, look, looked_by, unit, synthetic, reason, made_at)
            VALUES (:id, :subject, :look, :lookedBy, :unit, :synthetic, :reason, :at)
            ON CONFLICT (subject, look) DO NOTHING
            """;
    private static final String COLUMNS = """
            SELECT id, subject, look, looked_by, unit, synthetic, reason, made_at, answer, answered_at, answered_by
            FROM identity.look_objection
            """;
    private static final String BY_ID = COLUMNS + " WHERE id = :id";
    private static final String OF_LOOKS = COLUMNS + " WHERE subject = :subject AND look = ANY (:looks)";
    private static final String ANSWER = """
            UPDATE identity.look_objection SET answer = :answer, answered_at = :at, answered_by = :by
            WHERE id = :id AND answer IS NULL
            """;

    /** Whether it was made; not when something was said against that look before. */
    boolean insert(ReadObjection made) {
        return jdbc.sql(INSERT)
                        .param("id", made.id())
                        .param("subject", made.subject())
                        .param("look", made.look().look())
                        .param("lookedBy", made.look().lookedBy())
                        .param("unit", made.unit().value())
                        .param("synthetic", made.synthetic())
                        .param("reason", made.saying().reason())
                        .param("at", made.saying().madeAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ReadObjection> find(UUID id) {
        return jdbc.sql(BY_ID)
                .param("id", id)
                .query(Rows.of(ReadObjection.class))
                .optional();
    }

    List<ReadObjection> of(UUID subject, Collection<UUID> looks) {
        return jdbc.sql(OF_LOOKS)
                .param("subject", subject)
                .param("looks", looks.toArray(UUID[]::new))
                .query(Rows.of(ReadObjection.class))
                .list();
    }

    /** Whether it was answered; not when somebody did before. */
    boolean answer(UUID id, String answer, Instant at, UUID by) {
        return jdbc.sql(ANSWER)
                        .param("id", id)
                        .param("answer", answer)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }
}
