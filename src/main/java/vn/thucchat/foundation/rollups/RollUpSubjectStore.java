package vn.thucchat.foundation.rollups;

import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The statements of {@code rollups.subject}. */
final class RollUpSubjectStore {

    private static final String FIND = """
            SELECT s.subject, s.number FROM unnest(:subjects::uuid[]) AS a (subject)
            CROSS JOIN LATERAL (SELECT subject, number FROM rollups.subject WHERE subject = a.subject OFFSET 0) s""";
    private static final String INSERT = """
            INSERT INTO rollups.subject (subject) SELECT unnest(:subjects::uuid[]) RETURNING subject, number""";

    private final JdbcClient jdbc;

    RollUpSubjectStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void find(Collection<UUID> subjects, BiConsumer<UUID, Integer> found) {
        run(FIND, subjects, found);
    }

    void insert(Collection<UUID> subjects, BiConsumer<UUID, Integer> inserted) {
        run(INSERT, subjects, inserted);
    }

    private void run(String sql, Collection<UUID> subjects, BiConsumer<UUID, Integer> each) {
        jdbc.sql(sql).param("subjects", subjects.toArray(UUID[]::new)).query(row -> {
            each.accept(row.getObject(1, UUID.class), row.getInt(2));
        });
    }
}
