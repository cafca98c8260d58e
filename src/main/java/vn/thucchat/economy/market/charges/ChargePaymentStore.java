package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;

/** That charges were paid: the statements of {@code market.charge} that say so and take it back. */
@Component
record ChargePaymentStore(JdbcClient jdbc) {

    private static final String PAY = """
            UPDATE market.charge c SET paid_on = p.day, channel = p.channel
            FROM unnest(:ids::uuid[], :days::date[], :channels::text[]) AS p (id, day, channel)
            WHERE c.id = p.id AND c.paid_on IS NULL AND c.cancelled_on IS NULL
            RETURNING c.id""";
    private static final String LOCK_PAID = """
            SELECT id FROM market.charge WHERE id = :id AND paid_on IS NOT NULL FOR UPDATE""";
    private static final String UNPAY = """
            UPDATE market.charge SET paid_on = NULL, channel = NULL
            WHERE market = :market AND id = :id""";

    record Paid(UUID id, LocalDate day, String channel) {}

    /** @return those that were still to be paid */
    List<UUID> pay(List<Paid> paid) {
        return Batch.of(paid)
                .uuid("ids", Paid::id)
                .day("days", Paid::day)
                .text("channels", Paid::channel)
                .in(jdbc.sql(PAY))
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Holds a charge until the transaction ends; false when it is not paid. */
    boolean lockPaid(UUID id) {
        return jdbc.sql(LOCK_PAID).param("id", id).query(UUID.class).optional().isPresent();
    }

    void unpay(Charge charge) {
        jdbc.sql(UNPAY)
                .param("market", charge.market())
                .param("id", charge.id())
                .update();
    }
}
