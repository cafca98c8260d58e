package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code registers.subject}. */
@Component
record SubjectStore(JdbcClient jdbc) {

    private static final String FIND = "SELECT id, kind, synthetic, code FROM registers.subject WHERE id = ANY (:ids)";
    private static final String INSERT = """
            INSERT INTO registers.subject (id, kind, synthetic, code, made_by, made_at)
            VALUES (:id, :kind, :synthetic, :code, :by, :at) ON CONFLICT (id) DO NOTHING""";

    List<Subject> find(Collection<UUID> ids) {
        return jdbc.sql(FIND)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Subject.class))
                .list();
    }

    /** Whether it is new. */
    boolean insert(Subject subject, UUID by, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", subject.id().value())
                        .param("kind", subject.kind().name())
                        .param("synthetic", subject.synthetic())
                        .param("code", subject.code())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
