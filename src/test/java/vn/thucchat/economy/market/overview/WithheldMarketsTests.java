package vn.thucchat.economy.market.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.overview.MarketSums.Received;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class WithheldMarketsTests {

    private final Map<Market, Received> received = new HashMap<>();
    private Function<UnitCode, List<UnitCode>> above = _ -> List.of();

    @Test
    void nothing_is_withheld_where_no_market_has_few_paid_stalls() {
        market("a", "05443", false, 5);
        market("b", "05443", false, 0);
        assertThat(withheld()).isEmpty();
    }

    @Test
    void the_smallest_other_market_of_the_commune_is_withheld_with_a_small_one() {
        market("few", "05443", false, 2);
        market("next", "05443", false, 6);
        market("large", "05443", false, 90);
        market("none", "05443", false, 0);
        market("elsewhere", "05518", false, 5);
        assertThat(withheld()).containsExactly("few", "next");
    }

    @Test
    void small_markets_that_have_five_paid_stalls_together_need_no_other() {
        market("one", "05443", false, 1);
        market("four", "05443", false, 4);
        market("large", "05443", false, 9);
        assertThat(withheld()).containsExactly("four", "one");
    }

    @Test
    void what_is_withheld_in_all_communes_has_five_paid_stalls_too() {
        market("alone", "05443", false, 3);
        market("b", "05518", false, 7);
        market("c", "05533", false, 7);
        market("large", "05533", false, 50);
        assertThat(withheld()).as("the first of equal ones, always the same").containsExactly("alone", "b");
    }

    @Test
    void a_market_that_is_withheld_with_another_is_not_what_its_commune_leaves_over() {
        market("alone", "05443", false, 3);
        market("b", "05518", false, 7);
        market("c", "05518", false, 8);
        market("large", "05533", false, 50);
        assertThat(withheld()).containsExactly("alone", "b", "c");
    }

    /** The smallest of all is in another district: it hides nothing beside the district's own figure. */
    @Test
    void what_is_withheld_in_a_district_has_five_paid_stalls_too() {
        market("alone", "05431", false, 3);
        market("b", "05434", false, 6);
        market("c", "05437", false, 9);
        market("elsewhere", "05518", false, 5);
        above = unit -> List.of(new UnitCode(unit.value().compareTo("05500") < 0 ? "164" : "165"), new UnitCode("19"));
        assertThat(withheld()).containsExactly("alone", "b");
    }

    @Test
    void real_and_invented_markets_have_figures_of_their_own() {
        market("real", "05443", false, 3);
        market("invented", "05443", true, 6);
        assertThat(withheld()).containsExactly("real");
    }

    private void market(String code, String unit, boolean synthetic, long stalls) {
        var market = new Market(
                UUID.randomUUID(),
                code,
                code,
                new UnitCode(unit),
                null,
                "",
                null,
                null,
                LocalDate.of(2022, 1, 1),
                null,
                synthetic,
                1);
        received.put(market, new Received(new Payments.Total(stalls, stalls * 10_000), stalls));
    }

    private List<String> withheld() {
        return WithheldMarkets.of(received, above).stream()
                .map(Market::code)
                .sorted()
                .toList();
    }
}
