package vn.thucchat.foundation.notify.channels;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.kept_message}. */
@Component
record KeptMessageStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO notify.kept_message (account, id, medium, address, subject, body, at)
            VALUES (:account, :id, :medium, :address, :subject, :body, :at)
            ON CONFLICT (account, id, medium) DO NOTHING""";
    private static final String LIST = """
            SELECT account, id, medium, address, subject, body, at FROM notify.kept_message
            WHERE id < :before ORDER BY id DESC LIMIT :limit""";
    private static final String FORGET = "DELETE FROM notify.kept_message WHERE account = :account AND at < :before";

    void insert(KeptMessages.Kept message) {
        jdbc.sql(INSERT)
                .param("account", message.account())
                .param("id", message.id())
                .param("medium", message.medium().name())
                .param("address", message.address())
                .param("subject", message.subject())
                .param("body", message.body())
                .param("at", message.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    List<KeptMessages.Kept> list(UUID before, int limit) {
        return jdbc.sql(LIST)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(KeptMessages.Kept.class))
                .list();
    }

    void forget(UUID account, Instant before) {
        jdbc.sql(FORGET)
                .param("account", account)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }
}
