package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.register.MarketRows;

/** A market with traders, of one test of a store: written as they are, by no rule but the table's. */
@NullMarked
public class TraderRows extends MarketRows {

    private final JdbcClient jdbc;

    public TraderRows(JdbcClient jdbc) {
        super(jdbc);
        this.jdbc = jdbc;
    }

    public TraderRows(JdbcClient jdbc, String unit, boolean synthetic) {
        super(jdbc, unit, synthetic);
        this.jdbc = jdbc;
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
