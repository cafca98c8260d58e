package vn.thucchat.economy.market.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.ChargePaymentStore;
import vn.thucchat.economy.market.charges.ChargeStore;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.ContractStore;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethodStore;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.TraderStore;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** A market with one zone, of one test of a store, and rows in it: written as they are, by no rule but the table's. */
@NullMarked
final class MarketRows {

    static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    final UUID id = id();
    final UUID zone = id();
    final String code;
    private final JdbcClient jdbc;

    MarketRows(JdbcClient jdbc) {
        this(jdbc, MarketFixture.COMMUNE, false);
    }

    MarketRows(JdbcClient jdbc, String unit, boolean synthetic) {
        this.jdbc = jdbc;
        code = "cho-%04d".formatted(COUNT.incrementAndGet());
        new MarketStore(jdbc).insert(market(unit, synthetic));
        new MarketStore(jdbc).insertZones(id, List.of(new Zone(id, zone, "Khu A", 0, 0)));
    }

    private Market market(String unit, boolean synthetic) {
        return new Market(
                id, code, "Chợ " + code, new UnitCode(unit), 2, "", null, null, DAY.minusYears(4), null, synthetic, 1);
    }

    static UUID id() {
        return Ids.next(TestTime.CLOCK);
    }

    Stall draft(String number) {
        return new Stall(id, id(), zone, "Khu A", number, null, "", DAY.minusYears(1), null);
    }

    UUID stall(String number) {
        Stall stall = draft(number);
        new StallStore(jdbc).insert(id, List.of(stall));
        return stall.id();
    }

    TraderStore.Kept draft(String name, @Nullable String taxCode, @Nullable UUID account) {
        return new TraderStore.Kept(
                new Trader(id, id(), Trader.Kind.PERSON, name, taxCode, account, DAY.minusYears(1), null, false),
                null,
                null,
                null);
    }

    UUID trader(String name) {
        return signingIn(name, null);
    }

    UUID signingIn(String name, @Nullable UUID account) {
        var kept = draft(name, null, account);
        new TraderStore(jdbc).insert(id, List.of(kept));
        return kept.trader().id();
    }

    void leave(UUID trader, LocalDate day) {
        var store = new TraderStore(jdbc);
        var kept = store.find(id, trader).orElseThrow();
        store.update(id, List.of(kept.with(kept.trader().leaving(day))));
    }

    UUID contract(UUID stall, UUID trader, LocalDate from, @Nullable LocalDate to) {
        UUID contract = id();
        new ContractStore(jdbc).insert(id, List.of(new Contract(id, contract, stall, trader, "", from, to, 100_000)));
        return contract;
    }

    /** By VietQR; without an account by a wallet. */
    UUID acceptance(UUID stall, UUID trader, @Nullable Integer account, LocalDate from) {
        UUID acceptance = id();
        new PaymentMethodStore(jdbc)
                .insert(
                        id,
                        List.of(new PaymentMethod(
                                id,
                                acceptance,
                                stall,
                                trader,
                                account == null ? PaymentMethod.Kind.WALLET : PaymentMethod.Kind.VIETQR,
                                account == null ? null : "970436",
                                account,
                                "Ngân hàng",
                                account == null ? null : "ABCDEF",
                                from,
                                null)));
        return acceptance;
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
