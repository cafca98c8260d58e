package vn.thucchat.steering.indicators.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.Plausibility.Reason;

/** What is odd, and what is not although it looks so. */
class ComparisonTests {

    private static final UnitCode OWN = new UnitCode("05437");
    private static final Indicator SHARE = indicator("share", "percent", Indicator.Aggregation.RATIO);
    private static final Indicator COUNT = indicator("count", "count", Indicator.Aggregation.SUM);

    private Comparison beside = new Comparison();

    @Test
    void a_share_that_leaps_alone_is_asked_about_and_one_that_all_leap_is_not() {
        peers(SHARE, 12, 50, 51);
        beside.lastYear(key(OWN, SHARE), decimal(50));
        assertThat(reasons(SHARE, 59)).isEmpty();
        assertThat(reasons(SHARE, 88)).containsExactly(Reason.CHANGE, Reason.OUTLIER);
        assertThat(mark(SHARE, 88).than()).isEqualByComparingTo("50");

        beside = new Comparison().lastYear(key(OWN, SHARE), decimal(50));
        peers(SHARE, 12, 50, 80);
        assertThat(reasons(SHARE, 81)).as("everybody moved by thirty points").isEmpty();
        assertThat(reasons(SHARE, 50)).as("and this one did not").containsExactly(Reason.OUTLIER);
    }

    @Test
    void few_units_have_no_fences() {
        peers(SHARE, 7, 50, 51);
        beside.known(key(OWN, SHARE));
        assertThat(reasons(SHARE, 99)).isEmpty();
        beside = new Comparison().known(key(OWN, SHARE));
        peers(SHARE, 8, 50, 51);
        assertThat(reasons(SHARE, 99)).containsExactly(Reason.OUTLIER);
    }

    @Test
    void a_large_commune_is_not_odd_for_being_large() {
        peers(COUNT, 12, 10, 11);
        beside.lastYear(key(OWN, COUNT), decimal(100));
        assertThat(reasons(COUNT, 108)).isEmpty();
        assertThat(reasons(COUNT, 1080)).as("a digit too many").containsExactly(Reason.CHANGE);
    }

    @Test
    void the_first_number_is_marked_where_the_others_have_a_past() {
        peers(SHARE, 12, 50, 51);
        assertThat(reasons(SHARE, 51)).containsExactly(Reason.FIRST);
        var young = new Comparison();
        for (int i = 0; i < 12; i++) young.now(key(peer(i), SHARE), decimal(50));
        assertThat(young.marks(OWN, SHARE, decimal(50))).as("new to everybody").isEmpty();
    }

    @Test
    void what_was_measured_stands_beside_what_is_stated() {
        beside.known(key(OWN, COUNT)).measured(key(OWN, COUNT), decimal(100));
        assertThat(reasons(COUNT, 129)).isEmpty();
        assertThat(reasons(COUNT, 131)).containsExactly(Reason.MEASURED);
        assertThat(reasons(COUNT, 69)).containsExactly(Reason.MEASURED);
    }

    @Test
    void one_or_two_more_of_a_few_is_no_large_change() {
        beside.lastYear(key(OWN, COUNT), decimal(1));
        assertThat(reasons(COUNT, 3)).as("1 to 3").isEmpty();
        assertThat(reasons(COUNT, 4)).containsExactly(Reason.CHANGE);
        beside = new Comparison().lastYear(key(OWN, COUNT), decimal(0));
        assertThat(reasons(COUNT, 2)).as("from none to two").isEmpty();
        assertThat(reasons(COUNT, 3)).containsExactly(Reason.CHANGE);
        beside = new Comparison().lastYear(key(OWN, COUNT), decimal(3));
        assertThat(reasons(COUNT, 0)).as("all gone").containsExactly(Reason.CHANGE);
    }

    @Test
    void from_nothing_to_something_is_odd_where_most_others_still_have_nothing() {
        peers(COUNT, 12, 0, 0);
        beside.lastYear(key(OWN, COUNT), decimal(0));
        assertThat(reasons(COUNT, 40)).containsExactly(Reason.CHANGE);
        beside = new Comparison().lastYear(key(OWN, COUNT), decimal(0));
        peers(COUNT, 12, 0, 35);
        assertThat(reasons(COUNT, 40)).as("all began").isEmpty();
        assertThat(reasons(COUNT, 0)).isEmpty();
    }

    @Test
    void where_nearly_all_have_nothing_a_new_unit_is_held_against_no_fences() {
        peers(COUNT, 12, 0, 0);
        beside.known(key(OWN, COUNT));
        assertThat(reasons(COUNT, 1)).isEmpty();
        beside = new Comparison().known(key(OWN, COUNT));
        peers(COUNT, 12, 2, 2);
        assertThat(reasons(COUNT, 4)).as("two more than everybody").isEmpty();
        assertThat(reasons(COUNT, 5)).containsExactly(Reason.OUTLIER);
    }

    @Test
    void a_unit_whose_territory_changed_is_compared_with_the_others_of_today_alone() {
        peers(SHARE, 12, 50, 51);
        beside.lastYear(key(OWN, SHARE), decimal(90)).redrawn(OWN);
        assertThat(beside.lastYear(OWN, "share")).isNull();
        assertThat(reasons(SHARE, 52)).as("neither a change nor a first one").isEmpty();
        assertThat(reasons(SHARE, 90)).containsExactly(Reason.OUTLIER);
    }

    @Test
    void who_types_a_count_is_asked_about_what_a_reviewer_will_be() {
        for (int before = 0; before <= 12; before++) {
            beside = new Comparison().lastYear(key(OWN, COUNT), decimal(before));
            peers(COUNT, 12, 5, 5);
            var usual = beside.usual(OWN, COUNT);
            assertThat(usual).isNotNull();
            for (int value = 0; value <= 30; value++)
                assertThat(reasons(COUNT, value).isEmpty())
                        .as(before + " → " + value + ", " + usual)
                        .isEqualTo(usual != null
                                && usual.low().doubleValue() <= value
                                && value <= usual.high().doubleValue());
        }
    }

    @Test
    void nothing_is_asked_of_a_number_within_the_usual_range() {
        assertThat(beside.usual(OWN, SHARE)).isNull();
        peers(SHARE, 12, 50, 51);
        beside.lastYear(key(OWN, SHARE), decimal(50));
        var usual = beside.usual(OWN, SHARE);
        assertThat(usual).isNotNull();
        for (int value = 0; value <= 100; value++) {
            boolean within = usual != null
                    && usual.low().doubleValue() <= value
                    && value <= usual.high().doubleValue();
            assertThat(reasons(SHARE, value).isEmpty())
                    .as(value + " of " + usual)
                    .isEqualTo(within);
        }
    }

    private void peers(Indicator it, int many, int before, int now) {
        IntStream.range(0, many).forEach(i -> {
            beside.lastYear(key(peer(i), it), decimal(before));
            beside.now(key(peer(i), it), decimal(now));
        });
    }

    private List<Reason> reasons(Indicator it, int value) {
        return beside.marks(OWN, it, decimal(value)).stream()
                .map(Plausibility.Mark::reason)
                .toList();
    }

    private Plausibility.Mark mark(Indicator it, int value) {
        return beside.marks(OWN, it, decimal(value)).getFirst();
    }

    private static Comparison.Key key(UnitCode unit, Indicator it) {
        return new Comparison.Key(unit, it.code());
    }

    private static UnitCode peer(int i) {
        return new UnitCode("060%02d".formatted(i));
    }

    private static BigDecimal decimal(int number) {
        return BigDecimal.valueOf(number);
    }

    private static Indicator indicator(String code, String measure, Indicator.Aggregation aggregation) {
        UnitKind.@Nullable Level level = UnitKind.Level.COMMUNE;
        return new Indicator(
                code,
                code,
                code,
                Indicator.Pillar.SOCIETY,
                measure,
                Indicator.Direction.UP,
                aggregation,
                Indicator.OverTime.LAST,
                Period.Grain.HALF,
                level,
                "",
                "",
                "",
                "",
                1,
                true,
                1);
    }
}
