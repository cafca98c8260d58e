package vn.thucchat.foundation.identity.purposes;

import java.time.Instant;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A sweep by two statements.
 *
 * @param count of parameters {@code before} and {@code most}
 * @param delete of the same
 */
public record SqlSweep(JdbcClient jdbc, String purpose, String count, String delete) implements RetentionSweep {

    @Override
    public int count(Instant before, int most) {
        return with(count, before, most).query(Integer.class).single();
    }

    @Override
    public int delete(Instant before, int most) {
        return with(delete, before, most).update();
    }

    private JdbcClient.StatementSpec with(String sql, Instant before, int most) {
        return jdbc.sql(sql).param("before", before.atOffset(ZoneOffset.UTC)).param("most", most);
    }
}
