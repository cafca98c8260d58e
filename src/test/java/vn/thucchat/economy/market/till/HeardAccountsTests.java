package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.accounts.Provider;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** Whoever manages a market uses the connections that its unit may use, and takes up no number that another account has. */
@MarketTest
@NullMarked
class HeardAccountsTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Connections connections;

    @Autowired
    ReceivingAccounts receiving;

    private static Markets.Draft draft(Market market, String connection) {
        return new Markets.Draft(
                market.code(),
                market.name(),
                MarketFixture.COMMUNE,
                market.marketClass(),
                market.address(),
                market.openedOn(),
                connection,
                null);
    }

    private String connection(Provider provider) {
        String id = "heard-" + MarketFixture.account();
        connections.put(
                new Connection(id, provider, new UnitCode("19"), "Của tỉnh", false, TestTime.now(), null),
                Teller.SECRET);
        return id;
    }

    private Market heard(String connection) {
        Market market = fixture.market();
        done(markets.change(MANAGER, market, draft(market, connection)));
        return markets.find(market.id()).orElseThrow();
    }

    private static PaymentMethods.Draft at(String bin, String account) {
        return new PaymentMethods.Draft(
                PaymentMethod.Kind.VIETQR, "", new AccountsOfMarket.Draft(bin, account, "NGUYEN VAN A"));
    }

    @Test
    void a_connection_of_a_unit_above_is_used_when_its_keeper_has_allowed_it() {
        String connection = connection(Provider.SEPAY);
        Market market = fixture.market();
        assertThat(markets.change(MANAGER, market, draft(market, connection)))
                .isEqualTo(Result.invalid("connection", "market.connection.fault"));
        connections.putUnits(connection, List.of(new UnitCode(MarketFixture.COMMUNE)));
        done(markets.change(MANAGER, market, draft(market, connection)));
    }

    @Test
    void a_number_that_another_account_has_is_refused_where_nobody_could_say_which_is_meant() {
        for (Provider provider : List.of(Provider.PAYOS, Provider.SEPAY)) {
            String connection = connection(provider);
            connections.putUnits(connection, List.of(new UnitCode(MarketFixture.COMMUNE)));
            Market market = heard(connection);
            Stall first = fixture.equipped(market, "A1");
            Stall second = fixture.equipped(market, "A2");
            String number = MarketFixture.account();
            done(acceptances.add(MANAGER, market, first, at("970436", number)));
            Result again = acceptances.add(MANAGER, market, second, at("970422", number));
            if (provider == Provider.SEPAY) done(again);
            else assertThat(again).isEqualTo(Result.invalid("account", "market.account.AMBIGUOUS"));
            assertThat(receiving.find("970422", number).isPresent()).isEqualTo(provider == Provider.SEPAY);
        }
    }

    @Test
    void an_account_is_not_opened_for_a_market_whose_unit_may_not_use_its_connection_any_more() {
        String connection = connection(Provider.SEPAY);
        connections.putUnits(connection, List.of(new UnitCode(MarketFixture.COMMUNE)));
        Market market = heard(connection);
        Stall stall = fixture.equipped(market, "A1");
        connections.close(
                vn.thucchat.foundation.identity.access.Persons.a(PaymentRoles.ACCOUNTANT, "19"), connection, true);
        String number = MarketFixture.account();
        assertThat(acceptances.add(MANAGER, market, stall, at("970436", number)))
                .isEqualTo(Result.invalid("account", "market.account.NOT_SERVED"));
        assertThat(receiving.find("970436", number)).isEmpty();
    }
}
