package vn.thucchat.foundation.money.webhooks;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.delivery}: the last fifty of each webhook. */
@Component
record DeliveryStore(JdbcClient jdbc) {

    private static final String RECORD = """
            WITH counted AS (
                UPDATE payments.webhook SET sent = sent + 1 WHERE account = :account AND id = :id RETURNING sent)
            INSERT INTO payments.delivery (account, webhook, slot, at, id, number, outcome, status, ms)
            SELECT :account::integer, :id::uuid, counted.sent % 50, :at::timestamptz, :message::uuid, :number::bigint,
                :outcome, :status::integer, :ms::integer
            FROM counted
            ON CONFLICT (account, webhook, slot) DO UPDATE SET at = excluded.at, id = excluded.id,
                number = excluded.number, outcome = excluded.outcome, status = excluded.status, ms = excluded.ms""";
    private static final String DELIVERIES = """
            SELECT d.at, d.id, d.number, d.outcome, d.status, d.ms
            FROM payments.delivery d JOIN payments.webhook w ON w.account = d.account AND w.id = d.webhook
            WHERE d.account = :account AND d.webhook = :id
            ORDER BY (w.sent - d.slot) % 50""";

    void record(int account, UUID webhook, Delivery delivery) {
        jdbc.sql(RECORD)
                .param("account", account)
                .param("id", webhook)
                .param("at", RowTimes.utc(delivery.at()))
                .param("message", delivery.id())
                .param("number", delivery.number())
                .param("outcome", delivery.outcome().name())
                .param("status", delivery.status())
                .param("ms", delivery.ms())
                .update();
    }

    /** The latest first. */
    List<Delivery> of(int account, UUID webhook) {
        return jdbc.sql(DELIVERIES)
                .param("account", account)
                .param("id", webhook)
                .query(Rows.of(Delivery.class))
                .list();
    }
}
