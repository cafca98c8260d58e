package vn.thucchat.foundation.database;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads how the server's archiving of the write-ahead log goes. */
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
