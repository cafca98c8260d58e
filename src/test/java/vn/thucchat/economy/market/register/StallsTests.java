package vn.thucchat.economy.market.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.economy.market.traders.Contract;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** Stalls are rented by one trader at a time, found as people count, changed and closed. */
@MarketTest
@NullMarked
class StallsTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Stalls stalls;

    @Autowired
    Contracts contracts;

    @Autowired
    PaymentMethods acceptances;

    @Test
    void a_stall_is_rented_by_one_trader_at_a_time() {
        Market market = fixture.market();
        Stall stall = fixture.stall(market, fixture.zone(market, "Khu A"), "A1");
        Trader one = fixture.trader(market, "Một");
        Trader two = fixture.trader(market, "Hai");
        var today = fixture.today();
        done(contracts.conclude(
                MANAGER, market, stall, new Contracts.Draft(one.id(), today.minusDays(30), null, 200_000)));
        var second = new Contracts.Draft(two.id(), today.plusDays(1), today.plusYears(1), 250_000);
        assertThat(contracts.conclude(MANAGER, market, stall, second))
                .isEqualTo(Result.invalid("from", "market.contract.overlaps"));

        Contract first = contracts.of(stall).getFirst();
        done(contracts.end(MANAGER, market, stall, first.id()));
        assertThat(contracts.end(MANAGER, market, stall, first.id())).isInstanceOf(Result.Stale.class);
        done(contracts.conclude(MANAGER, market, stall, second));

        assertThat(contracts.of(one)).hasSize(1);
        assertThat(contracts.inForce(market, today)).hasSize(2);
        assertThat(stalls.page(market, Stalls.Filter.ALL, 10).getFirst().traderName())
                .isEqualTo("Một");
        assertThat(contracts.conclude(
                        MANAGER, market, stall, new Contracts.Draft(UUID.randomUUID(), today, today.minusDays(1), -1)))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("to", "rent", "trader"));
    }

    @Test
    void stalls_are_listed_as_people_count_and_found_by_number_and_trader() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        for (String number : List.of("A10", "a 2", "Ki ốt 1")) fixture.stall(market, zone, number);
        fixture.equipped(market, "B/7");

        assertThat(numbers(market, Stalls.Filter.ALL)).containsExactly("A-2", "A10", "B/7", "KI-OT-1");
        assertThat(numbers(market, new Stalls.Filter("", null, false, "A10"))).containsExactly("B/7", "KI-OT-1");
        assertThat(numbers(market, new Stalls.Filter("a1", null, false, ""))).containsExactly("A10");
        assertThat(numbers(market, new Stalls.Filter("thị bích", null, false, "")))
                .containsExactly("B/7");
        assertThat(numbers(market, new Stalls.Filter("", zone, true, "A10"))).containsExactly("KI-OT-1");
        assertThat(stalls.find(market, "b / 7")).isPresent();
        assertThat(stalls.all(market)).hasSize(4);
    }

    @Test
    void a_stall_is_changed_closed_with_its_ways_to_pay_and_opened_again() {
        Market market = fixture.market();
        Stall stall = fixture.equipped(market, "A1");
        fixture.equipped(market, "A2");
        UUID zone = fixture.zone(market, "Khu B");
        done(markets.renameZone(MANAGER, market, zone, "Khu C"));
        assertThat(markets.addZone(MANAGER, market, "Khu C")).isEqualTo(Result.invalid("zone", "market.zone.taken"));

        var moved = new Stalls.Draft(zone, "A3", new BigDecimal("6"), "Cá", stall.openedOn());
        done(stalls.change(MANAGER, market, stall, moved));
        assertThat(stalls.change(MANAGER, market, stall, new Stalls.Draft(zone, "A2", null, "", stall.openedOn())))
                .isEqualTo(Result.invalid("number", "market.number.taken"));
        Stall changed = stalls.find(stall.id()).orElseThrow();
        assertThat(changed.zoneName()).isEqualTo("Khu C");

        done(stalls.close(MANAGER, market, stall, true));
        assertThat(stalls.find(stall.id()))
                .as("what was changed since it was seen stays")
                .get()
                .extracting(Stall::number, Stall::goods)
                .containsExactly("A3", "Cá");
        assertThat(acceptances.open(market)).hasSize(1);
        Stall closed = stalls.find(market, stall.id()).orElseThrow();
        assertThat(closed.closedOn()).isEqualTo(fixture.today());
        done(stalls.close(MANAGER, market, closed, false));
        assertThat(markets.counts(List.of(market.id())).get(market.id())).isEqualTo(new Market.Counts(2, 1, 2));
        assertThat(stalls.add(
                        MANAGER,
                        market,
                        new Stalls.Draft(
                                UUID.randomUUID(),
                                "!",
                                new BigDecimal("0"),
                                "",
                                fixture.today().plusDays(1))))
                .isInstanceOfSatisfying(
                        Result.Invalid.class,
                        wrong -> assertThat(wrong.errors())
                                .extracting(FieldError::field)
                                .containsExactly("number", "area", "opened", "zone"));
    }

    private List<String> numbers(Market market, Stalls.Filter filter) {
        return stalls.page(market, filter, 100).stream().map(StallLine::number).toList();
    }
}
