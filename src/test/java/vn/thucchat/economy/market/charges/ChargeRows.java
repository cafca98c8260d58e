package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.traders.TraderRows;

/** A market with charges, of one test of a store: written as they are, by no rule but the table's. */
@NullMarked
final class ChargeRows extends TraderRows {

    private final JdbcClient jdbc;

    ChargeRows(JdbcClient jdbc) {
        super(jdbc);
        this.jdbc = jdbc;
    }

    ChargeRows(JdbcClient jdbc, String unit, boolean synthetic) {
        super(jdbc, unit, synthetic);
        this.jdbc = jdbc;
    }

    /** Rent, to be paid by the twentieth. */
    UUID charge(UUID stall, UUID trader, LocalDate month) {
        return charge(stall, trader, month, Charge.Kind.RENT, 100_000);
    }

    UUID charge(UUID stall, UUID trader, LocalDate month, Charge.Kind kind, long amountVnd) {
        UUID charge = id();
        new ChargeStore(jdbc)
                .insert(List.of(new Charge(
                        id,
                        charge,
                        stall,
                        "",
                        trader,
                        "",
                        month,
                        kind,
                        amountVnd,
                        month.withDayOfMonth(20),
                        7,
                        "TC" + charge,
                        null,
                        null,
                        null)));
        return charge;
    }

    void paid(UUID charge, LocalDate day, String channel) {
        new ChargePaymentStore(jdbc).pay(List.of(new ChargePaymentStore.Paid(charge, day, channel)));
    }
}
