package vn.thucchat.foundation.delivery;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.purposes.RetentionSweep;
import vn.thucchat.foundation.identity.purposes.SqlSweep;

/** Deletes old messages that were opened. */
@Configuration(proxyBeanMethods = false)
class InboxSweep {

    private static final String COUNT = """
            SELECT count(*) FROM (SELECT FROM delivery.inbox_message WHERE seen_at < :before LIMIT :most) AS x
            """;
    private static final String DELETE = """
            DELETE FROM delivery.inbox_message m
            USING (SELECT recipient, id FROM delivery.inbox_message WHERE seen_at < :before LIMIT :most) AS x
            WHERE m.recipient = x.recipient AND m.id = x.id
            """;

    @Bean
    static RetentionSweep openedMessageSweep(JdbcClient jdbc) {
        return new SqlSweep(jdbc, "delivery.inbox", COUNT, DELETE);
    }
}
