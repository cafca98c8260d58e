package vn.thucchat.economy.market.till;

import java.time.LocalDateTime;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** A stall whose trader signs in and whose bank tells of what comes. */
@NullMarked
@TestComponent
public class TillFixture {

    public static final String PASSWORD = "một mật khẩu đủ dài";
    private static final AtomicInteger COUNT = new AtomicInteger();

    /** @param account where its buyers pay to */
    public record Opened(Market market, Stall stall, Actor trader, String connection, ReceivingAccount account) {

        public java.time.LocalDate today() {
            return TestTime.today();
        }
    }

    private final MarketFixture fixture;
    private final Traders traders;
    private final PaymentMethods methods;
    private final Accounts accounts;
    private final Connections connections;
    private final ReceivingAccounts receiving;
    private final Notifications notifications;
    private final JdbcClient jdbc;

    TillFixture(
            MarketFixture fixture,
            Traders traders,
            PaymentMethods methods,
            Accounts accounts,
            Connections connections,
            ReceivingAccounts receiving,
            Notifications notifications,
            JdbcClient jdbc) {
        this.fixture = fixture;
        this.traders = traders;
        this.methods = methods;
        this.accounts = accounts;
        this.connections = connections;
        this.receiving = receiving;
        this.notifications = notifications;
        this.jdbc = jdbc;
    }

    public Opened open() {
        return open(fixture.market());
    }

    /** Where the market asks for charges too, on an account that the same bank hears. */
    public Opened charging() {
        Opened till = open(fixture.charging());
        connect(java.util.Objects.requireNonNull(till.market().chargesAccount()), till.connection());
        return till;
    }

    /** The same stall with the trader who rents it next; nobody ended the former one's way to pay. */
    public Opened next(Opened till) {
        jdbc.sql("UPDATE market.contract SET from_on = from_on - 10, to_on = from_on - 1 WHERE stall = :stall")
                .param("stall", till.stall().id())
                .update();
        return open(till.market(), till.stall());
    }

    /** The account serves from today on another trader's stall in the same market, and the former one no more. */
    public Opened moved(Opened till) {
        jdbc.sql("UPDATE market.acceptance SET from_on = from_on - 1 WHERE account = :account")
                .param("account", till.account().number())
                .update();
        for (var method : methods.of(till.stall()))
            MarketFixture.done(methods.end(MarketFixture.MANAGER, till.market(), till.stall(), method.id()));
        Opened other =
                open(till.market(), fixture.stall(till.market(), till.stall().zone(), "A" + COUNT.incrementAndGet()));
        MarketFixture.done(methods.add(
                MarketFixture.MANAGER,
                till.market(),
                other.stall(),
                fixture.vietQr(till.account().account())));
        return new Opened(till.market(), other.stall(), other.trader(), till.connection(), till.account());
    }

    private Opened open(Market market) {
        return open(market, fixture.stall(market, fixture.zone(market, "Khu rau"), "A" + COUNT.incrementAndGet()));
    }

    private Opened open(Market market, Stall stall) {
        int n = COUNT.incrementAndGet();
        String username = "tieuthuong" + n;
        accounts.ensure(
                username,
                "Nguyễn Thị Bích " + n,
                PASSWORD,
                false,
                new Actor.Grant(MarketRoles.TRADER, MarketFixture.COMMUNE));
        var draft =
                new Traders.Draft(Trader.Kind.HOUSEHOLD, "Nguyễn Thị Bích " + n, "", "", "", fixture.today(), username);
        var id = MarketFixture.done(traders.add(MarketFixture.MANAGER, market, draft));
        fixture.contract(market, stall, traders.find(market, id).orElseThrow());
        int number =
                java.util.Objects.requireNonNull(fixture.vietQr(market, stall).account());
        String connection = "till-tests-" + n;
        connections.put(
                new Connection(
                        connection,
                        Provider.SEPAY,
                        new UnitCode(MarketFixture.COMMUNE),
                        "Kết nối thử",
                        false,
                        TestTime.now(),
                        null),
                Teller.SECRET);
        connect(number, connection);
        return new Opened(
                market,
                stall,
                accounts.actor(username).orElseThrow(),
                connection,
                receiving.find(number).orElseThrow());
    }

    /** Another account of the same stall, that the same bank hears. */
    public Opened another(Opened till) {
        int number = java.util.Objects.requireNonNull(
                fixture.vietQr(till.market(), till.stall()).account());
        connect(number, till.connection());
        return new Opened(
                till.market(),
                till.stall(),
                till.trader(),
                till.connection(),
                receiving.find(number).orElseThrow());
    }

    private void connect(int account, String connection) {
        receiving
                .connect(Persons.a(PaymentRoles.ACCOUNTANT, MarketFixture.COMMUNE), account, connection)
                .expectDone();
    }

    /** The bank tells of a payment. */
    public void pay(Opened till, long amountVnd, String memo) {
        pay(till, till.account(), amountVnd, memo);
    }

    /** The bank tells now of what was paid then. */
    public void pay(Opened till, long amountVnd, String memo, LocalDateTime local) {
        tell(
                till,
                Teller.sepay(till.account().account())
                        .amount(amountVnd)
                        .memo(memo)
                        .at(local));
    }

    /** The bank tells of money for a charge. */
    public void payCharge(Opened till, Charge charge, long amountVnd) {
        pay(till, receiving.find(charge.account()).orElseThrow(), amountVnd, "MBVCB.12." + charge.code() + ".CT TU 1");
    }

    private void pay(Opened till, ReceivingAccount account, long amountVnd, String memo) {
        tell(till, Teller.sepay(account.account()).amount(amountVnd).memo(memo));
    }

    private void tell(Opened till, Teller teller) {
        String body = teller.body();
        var receipt = notifications.take(
                till.connection(), teller.headers(body), body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        if (!(receipt instanceof Notifications.Receipt.Taken(int fresh, int known)) || fresh != 1)
            throw new IllegalStateException("Not taken: " + receipt);
    }
}
