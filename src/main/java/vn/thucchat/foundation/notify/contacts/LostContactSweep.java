package vn.thucchat.foundation.notify.contacts;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.identity.purposes.SqlSweep;

/** Deletes addresses that were removed or lost long ago. */
@Configuration(proxyBeanMethods = false)
class LostContactSweep {

    private static final String COUNT = """
            SELECT count(*) FROM (SELECT FROM notify.contact WHERE lost_at < :before LIMIT :most) AS x
            """;
    private static final String DELETE = """
            DELETE FROM notify.contact c
            USING (SELECT account, id FROM notify.contact WHERE lost_at < :before LIMIT :most) AS x
            WHERE c.account = x.account AND c.id = x.id
            """;

    @Bean
    static RetentionSweep addressSweep(JdbcClient jdbc) {
        return new SqlSweep(jdbc, "notify.contact", COUNT, DELETE);
    }
}
