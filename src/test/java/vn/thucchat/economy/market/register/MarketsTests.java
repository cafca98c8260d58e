package vn.thucchat.economy.market.register;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.economy.market.traders.MarketFixture.MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.STRANGE_MANAGER;
import static vn.thucchat.economy.market.traders.MarketFixture.done;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.economy.market.traders.MarketFixture;
import vn.thucchat.economy.market.traders.MarketTest;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Result;

/** The register of markets keeps what is true, and is changed by who manages markets there. */
@MarketTest
@NullMarked
class MarketsTests {

    @Autowired
    MarketFixture fixture;

    @Autowired
    Markets markets;

    @Autowired
    Stalls stalls;

    @Autowired
    Traders traders;

    @Autowired
    PaymentMethods acceptances;

    @Test
    void a_market_is_opened_changed_closed_and_opened_again() {
        Market market = fixture.charging();
        assertThat(markets.find(market.code())).contains(market);
        assertThat(market.chargesAccount()).isNotNull();

        var draft = new Markets.Draft(
                "other", "Chợ Mới", "05467", 1, "Số 2", fixture.today().minusDays(9), null, null);
        done(markets.change(MANAGER, market, draft));
        Market changed = markets.find(market.id()).orElseThrow();
        assertThat(changed.name()).isEqualTo("Chợ Mới");
        assertThat(changed.code()).as("never changes").isEqualTo(market.code());
        assertThat(changed.unit()).as("nor does the commune").isEqualTo(market.unit());
        assertThat(markets.change(MANAGER, market, draft)).as("seen before").isInstanceOf(Result.Stale.class);

        done(markets.close(MANAGER, changed, true));
        done(markets.close(MANAGER, markets.find(market.id()).orElseThrow(), false));
        assertThat(fixture.facts(market)).containsExactly("market.running 0 ×1", "market.running 1 ×2");
    }

    @Test
    void only_whoever_manages_markets_there_changes_them() {
        Market market = fixture.market();
        UUID zone = fixture.zone(market, "Khu A");
        Stall stall = fixture.stall(market, zone, "A1");
        Trader trader = fixture.trader(market, "Lê Thị Hoa");
        var reader = Persons.a(Roles.LEADER, "19");
        assertThat(markets.mayRead(reader, market)).isTrue();
        assertThat(markets.mayRead(STRANGE_MANAGER, market)).isFalse();
        assertThat(markets.mayInspect(Persons.a(MarketRoles.COLLECTOR, "19"), market))
                .isTrue();

        for (var stranger : List.of(reader, STRANGE_MANAGER, Persons.a(MarketRoles.COLLECTOR, MarketFixture.COMMUNE))) {
            assertThat(List.of(
                            markets.addZone(stranger, market, "Khu B"),
                            markets.renameZone(stranger, market, zone, "Khu B"),
                            markets.close(stranger, market, true),
                            stalls.close(stranger, market, stall, true),
                            traders.add(stranger, market, fixture.trader("Ai", "")),
                            traders.leave(stranger, market, trader.id()),
                            acceptances.add(stranger, market, stall, fixture.vietQr("123"))))
                    .allMatch(change -> change instanceof Result.NotFound);
            assertThat(traders.contact(stranger, market, trader.id(), "xem thử"))
                    .isEmpty();
        }
        assertThat(markets.open(
                        STRANGE_MANAGER,
                        new Markets.Draft(
                                "cho-la", "Chợ Lạ", MarketFixture.COMMUNE, null, "", fixture.today(), null, null)))
                .isEqualTo(Result.invalid("unit", "market.unit.fault"));
    }

    @Test
    void a_code_is_taken_once() {
        Market market = fixture.market();
        var again =
                new Markets.Draft(market.code(), "Khác", MarketFixture.COMMUNE, null, "", fixture.today(), null, null);
        assertThat(markets.open(MANAGER, again)).isEqualTo(Result.invalid("code", "market.code.taken"));
    }

    @Test
    void markets_are_listed_everywhere_and_of_ones_own_units() {
        Market market = fixture.market();
        String before = before(market);
        assertThat(markets.page(before, 1_000)).contains(market);
        assertThat(markets.page(MANAGER, before, 1_000, MarketRoles.MARKET_MANAGER))
                .contains(market);
        assertThat(markets.page(STRANGE_MANAGER, before, 1_000, MarketRoles.MARKET_MANAGER))
                .doesNotContain(market);
        assertThat(markets.page("", 10_000))
                .extracting(Market::name)
                .isSortedAccordingTo(vn.thucchat.foundation.vietnamese.VietnameseText.ORDER);
        assertThat(markets.communes(MANAGER)).extracting("value").contains(MarketFixture.COMMUNE);
    }

    /** The code of the market that is listed before it. */
    private String before(Market market) {
        List<Market> all = markets.page("", 10_000);
        int place = all.indexOf(market);
        return place == 0 ? "" : all.get(place - 1).code();
    }
}
