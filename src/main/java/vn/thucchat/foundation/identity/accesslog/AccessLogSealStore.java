package vn.thucchat.foundation.identity.accesslog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.access_log_seal}, and of the log's positions. */
@Component
record AccessLogSealStore(JdbcClient jdbc) {

    private static final String LAST = """
            SELECT to_position, seal FROM identity.access_log_seal ORDER BY to_position DESC LIMIT 1""";
    private static final String DRAWN = """
            SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM identity.access_log_position""";
    private static final String NEXT_TRANSACTION = "SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint";
    private static final String OLDEST_TRANSACTION = "SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint";
    private static final String LINES = """
            SELECT l.position, l.id, l.at, l.account, l.username, l.action, l.object, l.detail, l.ip, l.subject
            FROM identity.access_log l
            WHERE l.position > :from AND l.position <= :to
            ORDER BY l.position, l.account, l.id LIMIT :limit""";
    private static final String INSERT = """
            INSERT INTO identity.access_log_seal (to_position, from_position, sealed_at, key_id, lines, seal)
            VALUES (:to, :from, :at, :key, :lines, :seal)""";
    private static final String AFTER = """
            SELECT to_position, from_position, sealed_at, key_id, lines, seal FROM identity.access_log_seal
            WHERE to_position > :after ORDER BY to_position LIMIT :limit""";
    private static final String BEYOND = "SELECT count(*) FROM identity.access_log WHERE position > :position";

    AccessLogSeal.End last() {
        return jdbc.sql(LAST)
                .query((row, number) -> new AccessLogSeal.End(row.getLong("to_position"), row.getBytes("seal")))
                .optional()
                .orElse(AccessLogSeal.End.START);
    }

    /** The last position that was given to a line, whether its transaction has ended or not. */
    long drawn() {
        return number(DRAWN);
    }

    /** A number above that of every transaction that has one. */
    long nextTransaction() {
        return number(NEXT_TRANSACTION);
    }

    /** The number of the oldest transaction that has not ended. */
    long oldestTransaction() {
        return number(OLDEST_TRANSACTION);
    }

    List<AccessLogSeal.Line> lines(long from, long to, int limit) {
        return jdbc.sql(LINES)
                .param("from", from)
                .param("to", to)
                .param("limit", limit)
                .query((row, number) -> new AccessLogSeal.Line(
                        row.getLong("position"),
                        Rows.of(LogEntry.class).mapRow(row, number),
                        row.getObject("subject", UUID.class)))
                .list();
    }

    void insert(AccessLogSeal seal) {
        jdbc.sql(INSERT)
                .param("to", seal.to())
                .param("from", seal.from())
                .param("at", seal.sealedAt().atOffset(ZoneOffset.UTC))
                .param("key", seal.keyId())
                .param("lines", seal.lines())
                .param("seal", seal.seal())
                .update();
    }

    List<AccessLogSeal> after(long position, int limit) {
        return jdbc.sql(AFTER)
                .param("after", position)
                .param("limit", limit)
                .query(AccessLogSealStore::seal)
                .list();
    }

    /** How many lines come after a position. */
    long beyond(long position) {
        return jdbc.sql(BEYOND).param("position", position).query(Long.class).single();
    }

    private long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    private static AccessLogSeal seal(ResultSet row, int number) throws SQLException {
        return new AccessLogSeal(
                row.getLong("from_position"),
                row.getLong("to_position"),
                row.getObject("sealed_at", OffsetDateTime.class).toInstant(),
                row.getString("key_id"),
                row.getBytes("lines"),
                row.getBytes("seal"));
    }
}
