package vn.thucchat.economy.market.traders;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Result;

/** Where a stall can be paid, and from when to when it can be. */
@MarketTest
@NullMarked
class PaymentMethodsTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Stalls stalls;

    @Autowired
    Traders traders;

    @Autowired
    Contracts contracts;

    @Autowired
    PaymentMethods acceptances;

    @Autowired
    Accounts accounts;

    @Test
    void a_stall_counts_as_ready_from_its_first_way_to_pay_to_the_end_of_its_last() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        Stall stall = fixture.stall(market, zone, "A1");
        assertThat(acceptances.add(MANAGER, market, stall, fixture.vietQr("1")))
                .as("nobody rents it")
                .isEqualTo(Result.invalid("", "market.acceptance.nobody"));
        Trader trader = fixture.trader(market, "Lê Thị Hoa");
        fixture.contract(market, stall, trader);

        var one = fixture.vietQr(market, stall);
        var two = fixture.vietQr(market, stall);
        UUID wallet = done(acceptances.add(
                MANAGER, market, stall, new PaymentMethods.Draft(PaymentMethod.Kind.WALLET, "MoMo", null)));
        assertThat(acceptances.add(
                        MANAGER, market, stall, new PaymentMethods.Draft(PaymentMethod.Kind.WALLET, "MoMo", null)))
                .as("sent twice")
                .isEqualTo(Result.invalid("label", "market.acceptance.there"));
        assertThat(markets.counts(List.of(market.id()))).isEqualTo(Map.of(market.id(), new Market.Counts(1, 1, 1)));
        assertThat(one.mark()).matches("[2-9A-HJ-NP-Z]{6}").isNotEqualTo(two.mark());
        assertThat(one.label()).as("the bank list's word").isEqualTo("Vietcombank");
        assertThat(acceptances.served(List.of(java.util.Objects.requireNonNull(one.account()))))
                .extracting(StallAccount::number)
                .containsExactly("A1");

        done(acceptances.end(MANAGER, market, stall, one.id()));
        done(acceptances.end(MANAGER, market, stall, wallet));
        done(acceptances.end(MANAGER, market, stall, two.id()));
        assertThat(acceptances.end(MANAGER, market, stall, two.id())).isInstanceOf(Result.NotFound.class);

        assertThat(fixture.facts(market))
                .containsExactly(
                        "market.running 1 ×1",
                        "market.stall-equipped 0 ×2",
                        "market.stall-ready 0 ×1",
                        "market.stall-ready 1 ×1",
                        "market.trader-active 1 ×1",
                        "market.trader-joined 0 ×1");
        assertThat(acceptances.of(stall)).hasSize(3).allMatch(a -> a.toOn() != null);
    }

    @Test
    void an_account_of_somebody_elses_commune_or_for_charges_is_not_taken_up() {
        Market market = fixture.charging();
        Stall stall = fixture.equipped(market, "A1");
        PaymentMethod there = acceptances.of(stall).getFirst();
        String account =
                acceptances.accounts(List.of(there)).values().iterator().next().account();
        assertThat(acceptances.add(MANAGER, market, stall, fixture.vietQr(account)))
                .isEqualTo(Result.invalid("account", "market.acceptance.there"));

        UUID id = done(markets.open(
                STRANGE_MANAGER,
                new Markets.Draft(market.code() + "-la", "Chợ Lạ", "05467", null, "", fixture.today(), null, null)));
        Market other = markets.find(id).orElseThrow();
        UUID zone = done(markets.addZone(STRANGE_MANAGER, other, "Khu A"));
        UUID theirs = done(stalls.add(STRANGE_MANAGER, other, new Stalls.Draft(zone, "A1", null, "", fixture.today())));
        UUID trader = done(traders.add(STRANGE_MANAGER, other, fixture.trader("Ai Đó", "")));
        Stall strange = stalls.find(other, theirs).orElseThrow();
        done(contracts.conclude(
                STRANGE_MANAGER, other, strange, new Contracts.Draft(trader, fixture.today(), null, 0)));
        assertThat(acceptances.add(STRANGE_MANAGER, other, strange, fixture.vietQr(account)))
                .isEqualTo(Result.invalid("account", "market.account.of-others"));
        assertThat(acceptances.add(
                        MANAGER,
                        market,
                        stall,
                        new PaymentMethods.Draft(
                                PaymentMethod.Kind.VIETQR, "", new AccountsOfMarket.Draft("970499", "12", "A"))))
                .isEqualTo(Result.invalid("bin", "market.bin.fault"));
    }
}
