package vn.thucchat.economy.market.register;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.traders.MarketFixture;
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
}
