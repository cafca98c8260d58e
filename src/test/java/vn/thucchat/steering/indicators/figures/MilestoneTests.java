package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.calendar.Calendars;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Target;

/** A figure within the year is judged by its path, one of a whole year by the target itself. */
@NullMarked
class MilestoneTests {

    private static final UnitCode UNIT = new UnitCode("05437");
    // 2022: 260 days from Monday to Friday without 11 holidays, 9 of them in the first half
    private static final int YEAR = 249;
    private static final int HALF = 120;

    @Test
    void a_state_goes_straight_from_last_years_value_by_working_days() {
        Assessment half = assess(state(), "2022S1", "38.55", target("50", null), "20.47");
        double due = 20.47 + (50 - 20.47) * HALF / YEAR;
        assertThat(due(half)).isEqualTo(due, org.assertj.core.data.Offset.offset(0.0001));
        assertThat(half.progress()).isEqualTo(Progress.ON_TRACK);
        assertThat(half.behind()).isFalse();
        assertThat(half.achievementPct())
                .as("the year's target stays beside it")
                .isEqualByComparingTo("77.1");
        assertThat(assess(state(), "2022S1", "34", target("50", null), "20.47").progress())
                .isEqualTo(Progress.BEHIND);
        assertThat(assess(state(), "2022S1", "50.01", target("50", null), "20.47")
                        .progress())
                .isEqualTo(Progress.AHEAD);
        // a month: its own last day
        assertThat(due(assess(state(), "202201", "38.55", target("50", null), "20.47")))
                .isEqualTo(20.47 + (50 - 20.47) * 19 / YEAR, org.assertj.core.data.Offset.offset(0.0001));
    }

    @Test
    void a_state_without_a_base_is_not_judged() {
        Assessment half = assess(state(), "2022S1", "38.55", target("50", null), null);
        assertThat(half.progress()).isNull();
        assertThat(half.milestone()).isNull();
        assertThat(half.behind()).isFalse();
    }

    @Test
    void a_flow_grows_from_nothing_and_each_period_is_held_against_its_own_part() {
        Assessment first = assess(flow(), "2022S1", "600", target("1000", null), null);
        assertThat(due(first)).isEqualTo(1000.0 * HALF / YEAR, org.assertj.core.data.Offset.offset(0.001));
        assertThat(first.progress()).isEqualTo(Progress.ON_TRACK);
        Assessment second = assess(flow(), "2022S2", "500", target("1000", null), null);
        assertThat(due(second)).isEqualTo(1000.0 * (YEAR - HALF) / YEAR, org.assertj.core.data.Offset.offset(0.001));
        assertThat(second.progress()).isEqualTo(Progress.BEHIND);
    }

    @Test
    void a_unit_may_set_its_own_path_by_quarter() {
        var steps = new Target.Steps(new BigDecimal("22"), new BigDecimal("25"), new BigDecimal("30"));
        assertThat(due(assess(state(), "2022S1", "26", target("50", steps), "20")))
                .isEqualTo(25);
        assertThat(assess(state(), "2022S1", "26", target("50", steps), "20").progress())
                .isEqualTo(Progress.ON_TRACK);
        assertThat(due(assess(state(), "2022S1", "26", target("50", steps), null)))
                .as("no base is needed at the end of a quarter")
                .isEqualTo(25);
        assertThat(due(assess(flow(), "2022Q2", "26", target("50", steps), null)))
                .as("a flow's quarter is what is added in it")
                .isEqualTo(3);
        assertThat(assess(state(), "202202", "26", target("50", steps), null).progress())
                .as("within the first quarter there is nothing to set out from")
                .isNull();
    }

    @Test
    void a_whole_year_and_a_period_with_a_target_of_its_own_are_judged_by_the_target() {
        assertThat(assess(state(), "2022", "49", target("50", null), "20").progress())
                .isEqualTo(Progress.BEHIND);
        assertThat(assess(state(), "2022", "50", target("50", null), "20").progress())
                .isEqualTo(Progress.ON_TRACK);
        Target own = target("85", null, "2022S1");
        assertThat(assess(state(), "2022S1", "70.91", own, "20").progress()).isEqualTo(Progress.BEHIND);
        assertThat(assess(state(), "2022S1", "70.91", own, "20").milestone()).isNull();
    }

    @Test
    void where_less_is_better_the_path_goes_down() {
        Indicator less = indicator(Indicator.Direction.DOWN, Indicator.OverTime.LAST, "percent");
        assertThat(assess(less, "2022S1", "14", target("10", null), "20").progress())
                .isEqualTo(Progress.ON_TRACK);
        assertThat(assess(less, "2022S1", "16", target("10", null), "20").progress())
                .isEqualTo(Progress.BEHIND);
        assertThat(assess(less, "2022S1", "9", target("10", null), "20").progress())
                .isEqualTo(Progress.AHEAD);
    }

    @Test
    void a_share_never_adds_up_through_the_year() {
        Indicator share = indicator(Indicator.Direction.UP, Indicator.OverTime.SUM, "percent");
        assertThat(due(assess(share, "2022S1", "14", target("50", null), "20")))
                .isEqualTo(20 + 30.0 * HALF / YEAR, org.assertj.core.data.Offset.offset(0.0001));
    }

    private static double due(Assessment of) {
        return java.util.Objects.requireNonNull(of.milestone()).value().doubleValue();
    }

    private static Assessment assess(
            Indicator indicator, String period, String value, Target target, @Nullable String base) {
        Period of = Period.of(period);
        var figure = new Figure(
                indicator.code(),
                UNIT,
                of,
                of.to(),
                Basis.STATED,
                false,
                "=",
                new BigDecimal(value),
                null,
                null,
                Provenance.REPORTED,
                "",
                of.to(),
                null,
                null,
                List.of(),
                new Figure.Publication(1, Instant.EPOCH, "A"));
        return Assessment.of(
                figure, indicator, target, base == null ? null : new BigDecimal(base), null, null, Calendars.shipped());
    }

    private static Target target(String value, Target.@Nullable Steps steps) {
        return target(value, steps, "2022");
    }

    private static Target target(String value, Target.@Nullable Steps steps, String period) {
        return new Target(
                        UUID.randomUUID(),
                        "x",
                        UNIT,
                        Period.of(period),
                        new BigDecimal(value),
                        new Document(UUID.randomUUID(), "1", "Kế hoạch", "", LocalDate.of(2022, 1, 20), null),
                        "",
                        false,
                        Instant.EPOCH)
                .with(steps);
    }

    private static Indicator state() {
        return indicator(Indicator.Direction.UP, Indicator.OverTime.LAST, "percent");
    }

    private static Indicator flow() {
        return indicator(Indicator.Direction.UP, Indicator.OverTime.SUM, "count");
    }

    private static Indicator indicator(Indicator.Direction direction, Indicator.OverTime overTime, String measure) {
        return new Indicator(
                "x",
                "Chỉ số",
                "Indicator",
                Indicator.Pillar.SOCIETY,
                measure,
                direction,
                Indicator.Aggregation.SUM,
                overTime,
                Period.Grain.HALF,
                UnitKind.Level.COMMUNE,
                "",
                "",
                "",
                "",
                1,
                true,
                1);
    }
}
