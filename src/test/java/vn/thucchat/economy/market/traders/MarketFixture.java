package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.register.Zone;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.pages.Result;

/** Markets for tests, each of its own. */
@NullMarked
@TestComponent
public class MarketFixture {

    /** Phường Phan Đình Phùng. */
    public static final String COMMUNE = "05443";

    public static final Actor MANAGER = Persons.a(MarketRoles.MARKET_MANAGER, COMMUNE);
    /** Of Xã Đại Từ's neighbours: of no business in {@link #COMMUNE}. */
    public static final Actor STRANGE_MANAGER = Persons.a(MarketRoles.MARKET_MANAGER, "05467");

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Markets markets;
    private final Stalls stalls;
    private final Traders traders;
    private final Contracts contracts;
    private final PaymentMethods acceptances;
    private final JdbcClient jdbc;

    MarketFixture(
            Markets markets,
            Stalls stalls,
            Traders traders,
            Contracts contracts,
            PaymentMethods acceptances,
            JdbcClient jdbc) {
        this.markets = markets;
        this.stalls = stalls;
        this.traders = traders;
        this.contracts = contracts;
        this.acceptances = acceptances;
        this.jdbc = jdbc;
    }

    public Market market() {
        return market(null);
    }

    /** Of the demonstration. */
    public Market invented(String commune) {
        int n = COUNT.incrementAndGet();
        UUID id = done(markets.open(
                Persons.synthetic(MarketRoles.MARKET_MANAGER, commune),
                new Markets.Draft(
                        "cho-minh-hoa-" + n, "Chợ Bịa " + n, commune, 2, "Tổ 1", markets.today(), null, null)));
        return markets.find(id).orElseThrow();
    }

    /** With an account for charges. */
    public Market charging() {
        return market(new AccountsOfMarket.Draft("970436", account(), "BAN QUAN LY CHO"));
    }

    private Market market(AccountsOfMarket.@org.jspecify.annotations.Nullable Draft charges) {
        int n = COUNT.incrementAndGet();
        UUID id = done(markets.open(
                MANAGER,
                new Markets.Draft("cho-thu-" + n, "Chợ Thử " + n, COMMUNE, 2, "Tổ 1", markets.today(), null, charges)));
        return markets.find(id).orElseThrow();
    }

    public UUID zone(Market market, String name) {
        return done(markets.addZone(MANAGER, market, name));
    }

    public Stall stall(Market market, UUID zone, String number) {
        UUID id = done(stalls.add(
                MANAGER, market, new Stalls.Draft(zone, number, new BigDecimal("4.5"), "Rau quả", markets.today())));
        return stalls.find(market, id).orElseThrow();
    }

    public Trader trader(Market market, String name) {
        UUID id = done(traders.add(MANAGER, market, trader(name, "")));
        return traders.find(market, id).orElseThrow();
    }

    public Traders.Draft trader(String name, String personalNumber) {
        return new Traders.Draft(Trader.Kind.HOUSEHOLD, name, "", personalNumber, "0912 345 678", markets.today(), "");
    }

    public Contract contract(Market market, Stall stall, Trader trader) {
        done(contracts.conclude(
                MANAGER, market, stall, new Contracts.Draft(trader.id(), markets.today(), null, 350_000)));
        return contracts.of(stall).getFirst();
    }

    public PaymentMethod vietQr(Market market, Stall stall) {
        UUID id = done(acceptances.add(MANAGER, market, stall, vietQr(account())));
        return acceptances.find(id).orElseThrow();
    }

    public PaymentMethods.Draft vietQr(String account) {
        return new PaymentMethods.Draft(
                PaymentMethod.Kind.VIETQR, "", new AccountsOfMarket.Draft("970436", account, "NGUYEN VAN A"));
    }

    /** A stall with all that belongs to it. */
    public Stall equipped(Market market, String number) {
        UUID zone = markets.zones(market).stream().findFirst().map(Zone::id).orElseGet(() -> zone(market, "Khu A"));
        Stall stall = stall(market, zone, number);
        contract(market, stall, trader(market, "Nguyễn Thị Bích " + COUNT.incrementAndGet()));
        vietQr(market, stall);
        return stall;
    }

    /** Facts of a market: kind, and how often with which amount. */
    public List<String> facts(Market market) {
        return jdbc.sql("""
                        SELECT kind || ' ' || amount || ' ×' || count(*) FROM facts.fact
                        WHERE facets ->> 'market' = :code GROUP BY kind, amount ORDER BY 1""")
                .param("code", market.code())
                .query((row, number) -> row.getString(1))
                .list();
    }

    public LocalDate today() {
        return markets.today();
    }

    /** An account number that no other test has. */
    public static String account() {
        return "10" + (10_000_000 + COUNT.incrementAndGet());
    }

    public static UUID done(Result change) {
        assertThat(change).isInstanceOf(Result.Done.class);
        return Objects.requireNonNull(((Result.Done) change).id());
    }
}
