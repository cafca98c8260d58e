package vn.thucchat.economy.market.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** A market with one zone, of one test of a store, and rows in it: written as they are, by no rule but the table's. */
@NullMarked
public class MarketRows {

    public static final LocalDate DAY = LocalDate.of(2026, 3, 10);
    private static final AtomicInteger COUNT = new AtomicInteger();

    public final UUID id = id();
    public final UUID zone = id();
    public final String code;
    private final JdbcClient jdbc;

    public MarketRows(JdbcClient jdbc) {
        this(jdbc, MarketFixture.COMMUNE, false);
    }

    public MarketRows(JdbcClient jdbc, String unit, boolean synthetic) {
        this.jdbc = jdbc;
        code = "cho-%04d".formatted(COUNT.incrementAndGet());
        new MarketStore(jdbc).insert(market(unit, synthetic));
        new MarketStore(jdbc).insertZones(id, List.of(new Zone(id, zone, "Khu A", 0, 0)));
    }

    private Market market(String unit, boolean synthetic) {
        return new Market(
                id, code, "Chợ " + code, new UnitCode(unit), 2, "", null, null, DAY.minusYears(4), null, synthetic, 1);
    }

    public static UUID id() {
        return Ids.next(TestTime.CLOCK);
    }

    public Stall draft(String number) {
        return new Stall(id, id(), zone, "Khu A", number, null, "", DAY.minusYears(1), null);
    }

    public UUID stall(String number) {
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

    public UUID trader(String name) {
        return signingIn(name, null);
    }

    public UUID signingIn(String name, @Nullable UUID account) {
        var kept = draft(name, null, account);
        new TraderStore(jdbc).insert(id, List.of(kept));
        return kept.trader().id();
    }

    public void leave(UUID trader, LocalDate day) {
        var store = new TraderStore(jdbc);
        var kept = store.find(id, trader).orElseThrow();
        store.update(id, List.of(kept.with(kept.trader().leaving(day))));
    }

    public UUID contract(UUID stall, UUID trader, LocalDate from, @Nullable LocalDate to) {
        UUID contract = id();
        new ContractStore(jdbc).insert(id, List.of(new Contract(id, contract, stall, trader, "", from, to, 100_000)));
        return contract;
    }

    /** By VietQR; without an account by a wallet. */
    public UUID acceptance(UUID stall, UUID trader, @Nullable Integer account, LocalDate from) {
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

    public void endAcceptance(UUID acceptance, LocalDate day) {
        new PaymentMethodStore(jdbc).end(id, List.of(acceptance), day);
    }
}
