package vn.thucchat.economy.market.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;

import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.testing.Blocked;

/** A charge is called off while somebody pays it: one of the two is first, and neither fails. */
@MarketTest
@NullMarked
class ChargeAskingTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Charges charges;

    @Autowired
    CashDesk desk;

    @Autowired
    Payables payables;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    private Market market;
    private Charge charge;

    @BeforeEach
    void asked() {
        market = fixture.charging();
        fixture.equipped(market, "A1");
        YearMonth month = YearMonth.from(fixture.today());
        charges.rent(MANAGER, market, month, month.atEndOfMonth());
        charge = charges.of(market, month, Charge.Kind.RENT, "", 10).getFirst();
    }

    private CashDesk.Taking take(long amountVnd) {
        return desk.take(
                Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE), charge.code(), amountVnd, UUID.randomUUID());
    }

    @Test
    void calling_off_waits_for_the_cash_that_is_being_taken() throws Exception {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Result> cancelled = transactions.execute(_ -> {
                assertThat(take(50_000)).as("a part").isInstanceOf(CashDesk.Taking.Taken.class);
                Future<Result> begun = Blocked.behind(jdbc, other, () -> charges.cancel(MANAGER, market, charge));
                assertThat(take(300_000)).as("the rest").isInstanceOf(CashDesk.Taking.Taken.class);
                return begun;
            });
            assertThat(cancelled.get(30, TimeUnit.SECONDS)).isEqualTo(new Result.Stale());
        }
        assertThat(charges.find(charge.id()).orElseThrow().paidOn()).isEqualTo(fixture.today());
        assertThat(payables.find(charge.code()).map(Payable::state)).contains(Payable.State.PAID);
    }

    @Test
    void cash_waits_for_the_calling_off_and_is_not_taken() throws Exception {
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<CashDesk.Taking> taken = transactions.execute(_ -> {
                MarketFixture.done(charges.cancel(MANAGER, market, charge));
                return Blocked.behind(jdbc, other, () -> take(350_000));
            });
            assertThat(taken.get(30, TimeUnit.SECONDS)).isInstanceOf(CashDesk.Taking.Refused.class);
        }
    }
}
