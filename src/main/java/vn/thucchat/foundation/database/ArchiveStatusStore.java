package vn.thucchat.foundation.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the state of the write-ahead log's archiving ({@code pg_stat_archiver}). */
final class ArchiveStatusStore {

    private static final String FAILING = """
            SELECT coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false)
            FROM pg_stat_archiver
            """;

    private final JdbcClient jdbc;

    ArchiveStatusStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether the last try to archive a segment failed. */
    boolean failing() {
        return jdbc.sql(FAILING).query(Boolean.class).single();
    }
}
