package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.ApplicationTest;

/** How units' readings make the figures of others, on the real units of Thái Nguyên. */
@ApplicationTest
class CombinationTests {

    private static final Period HALF = Period.of("2022S1");
    private static final LocalDate REFORM = LocalDate.of(2025, 7, 1);
    private static final String PROVINCE = "19";
    private static final String CITY = "164";
    private static final String BAC_KAN_WARD = "01834";
    private static final String TUC_DUYEN = "05437";
    private static final String GIA_SANG = "05461";
    private static final String NEW_WARD = "05443";

    @Autowired
    Units units;

    @Test
    void a_share_is_numerators_over_denominators_never_an_average_of_shares() {
        Figure figure = one(PROVINCE, ratio(), HALF, share(TUC_DUYEN, 90, 100), share("05440", 10, 900));
        assertThat(figure.value()).isEqualByComparingTo("10");
        assertThat(figure.numerator()).isEqualByComparingTo("100");
        assertThat(figure.coverage()).isEqualTo(new Figure.Coverage(2, 178));
        assertThat(figure.statement()).isNull();
    }

    @Test
    void a_units_own_word_stands_for_everything_below_it() {
        assertThat(one(PROVINCE, sum(), HALF, value(PROVINCE, 2255), value(TUC_DUYEN, 7))
                        .value())
                .isEqualByComparingTo("2255");
        // the city spoke for its wards; a commune outside it adds to what it said
        Figure figure = one(PROVINCE, sum(), HALF, value(CITY, 100), value(TUC_DUYEN, 7), value(outsideTheCity(), 5));
        assertThat(figure.value()).isEqualByComparingTo("105");
        assertThat(figure.coverage()).isEqualTo(new Figure.Coverage(wardsOfTheCity() + 1, 178));
    }

    @Test
    void real_and_invented_readings_never_meet() {
        Reading invented = synthetic(value(TUC_DUYEN, 7));
        var figures = figures(PROVINCE, HALF.to(), sum(), HALF, invented, value("05440", 5));
        assertThat(figures).hasSize(2);
        assertThat(figures)
                .allSatisfy(figure -> assertThat(figure.value()).isEqualByComparingTo(figure.synthetic() ? "7" : "5"));
    }

    @Test
    void who_belonged_to_another_province_then_did_not_have_to_report_here() {
        // premise: since the reform the province holds what were two
        assertThat(units.compose(List.of(new UnitCode(PROVINCE)), REFORM, HALF.to())
                        .partsOf(new UnitCode(PROVINCE)))
                .extracting(part -> part.source().value())
                .contains(TUC_DUYEN, BAC_KAN_WARD);
        assertThat(figures(PROVINCE, REFORM, ratio(), HALF, share(TUC_DUYEN, 90, 100))
                        .getFirst()
                        .coverage())
                .isEqualTo(new Figure.Coverage(1, 178));
        assertThat(figures(PROVINCE, REFORM, ratio(), HALF, share(TUC_DUYEN, 90, 100), share(BAC_KAN_WARD, 5, 10))
                        .getFirst()
                        .coverage())
                .as("both called for it")
                .isEqualTo(new Figure.Coverage(2, 286));
    }

    @Test
    void a_part_that_was_put_together_says_how_many_reported_below_it() {
        Reading city = withCoverage(share(CITY, 60, 100), new Figure.Coverage(20, wardsOfTheCity()));
        assertThat(one(PROVINCE, ratio(), HALF, city, share(outsideTheCity(), 5, 10))
                        .coverage())
                .isEqualTo(new Figure.Coverage(21, 178));
    }

    private static Reading withCoverage(Reading it, Figure.Coverage coverage) {
        return new Reading(
                it.unit(),
                it.indicator(),
                it.period(),
                it.basis(),
                it.synthetic(),
                it.comparator(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.provenance(),
                it.derivation(),
                it.asOf(),
                null,
                coverage);
    }

    @Test
    void speeds_do_not_add_up() {
        assertThat(figures(
                        PROVINCE, HALF.to(), indicator(Indicator.Aggregation.NONE, "Mbps"), HALF, value(TUC_DUYEN, 7)))
                .isEmpty();
    }

    @Test
    void one_provinces_numbers_are_not_the_nations() {
        assertThat(figures("VN", HALF.to(), sum(), HALF, value(PROVINCE, 2255))).isEmpty();
    }

    @Test
    void months_make_a_quarter_only_when_none_is_missing() {
        Indicator flow = new IndicatorFixture(sum()).overTime(Indicator.OverTime.SUM);
        Period quarter = Period.of("2022Q1");
        var two = List.of(value(TUC_DUYEN, 1, "202201"), value(TUC_DUYEN, 2, "202202"));
        assertThat(figures(TUC_DUYEN, quarter.to(), flow, quarter, two.toArray(Reading[]::new)))
                .isEmpty();
        var three = new ArrayList<>(two);
        three.add(value(TUC_DUYEN, 4, "202203"));
        assertThat(one(TUC_DUYEN, flow, quarter, three.toArray(Reading[]::new)).value())
                .isEqualByComparingTo("7");
    }

    @Test
    void how_things_stood_at_the_end_is_known_from_who_spoke_of_the_end() {
        assertThat(figures(TUC_DUYEN, HALF.to(), sum(), HALF, value(TUC_DUYEN, 1, "202205")))
                .isEmpty();
        Figure figure = one(TUC_DUYEN, sum(), HALF, value(TUC_DUYEN, 1, "202205"), value(TUC_DUYEN, 3, "202206"));
        assertThat(figure.value()).isEqualByComparingTo("3");
        assertThat(figure.statement()).isNull();
    }

    @Test
    void wards_that_were_merged_make_the_new_ward_and_what_was_split_is_named_not_guessed() {
        // premise: Gia Sàng was split between two of today's wards, Túc Duyên went whole to one of them
        var parts = units.compose(List.of(new UnitCode(NEW_WARD)), REFORM, HALF.to());
        assertThat(parts.undividedOf(new UnitCode(NEW_WARD)))
                .extracting(undivided -> undivided.source().value())
                .contains(GIA_SANG);
        var figures = figures(
                NEW_WARD,
                REFORM,
                ratio(),
                HALF,
                share(TUC_DUYEN, 30, 100),
                share(NEW_WARD, 10, 100),
                share(GIA_SANG, 5, 10));
        assertThat(figures).hasSize(1);
        Figure figure = figures.getFirst();
        assertThat(figure.numerator()).isEqualByComparingTo("40");
        assertThat(figure.value()).isEqualByComparingTo("20");
        assertThat(figure.undivided())
                .extracting(Composition.Undivided::source)
                .containsExactly(new UnitCode(GIA_SANG));
        // the province holds both heirs, so there nothing is lost
        assertThat(figures(PROVINCE, REFORM, ratio(), HALF, share(GIA_SANG, 5, 10))
                        .getFirst()
                        .numerator())
                .isEqualByComparingTo("5");
    }

    private Figure one(String target, Indicator it, Period period, Reading... readings) {
        var figures = figures(target, period.to(), it, period, readings);
        assertThat(figures).hasSize(1);
        return figures.getFirst();
    }

    private List<Figure> figures(
            String target, LocalDate boundaries, Indicator it, Period period, Reading... readings) {
        return new Combination(units, List.of(new UnitCode(target)), period, boundaries)
                .figures(List.of(it), Arrays.asList(readings));
    }

    private int wardsOfTheCity() {
        return units.below(new UnitCode(CITY), UnitKind.Level.COMMUNE, HALF.to())
                .size();
    }

    private String outsideTheCity() {
        return units.below(new UnitCode(PROVINCE), UnitKind.Level.COMMUNE, HALF.to()).stream()
                .filter(unit -> !new UnitCode(CITY).equals(unit.parent()))
                .findFirst()
                .orElseThrow()
                .code()
                .value();
    }

    private static Indicator ratio() {
        return indicator(Indicator.Aggregation.RATIO, "percent");
    }

    private static Indicator sum() {
        return indicator(Indicator.Aggregation.SUM, "count");
    }

    private static Indicator indicator(Indicator.Aggregation aggregation, String measure) {
        return new Indicator(
                "x",
                "Chỉ tiêu",
                "Indicator",
                Indicator.Pillar.SOCIETY,
                measure,
                Indicator.Direction.UP,
                aggregation,
                Indicator.OverTime.LAST,
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

    private record IndicatorFixture(Indicator it) {
        Indicator overTime(Indicator.OverTime overTime) {
            return new Indicator(
                    it.code(),
                    it.nameVi(),
                    it.nameEn(),
                    it.pillar(),
                    it.measure(),
                    it.direction(),
                    it.aggregation(),
                    overTime,
                    it.frequency(),
                    it.reportedBy(),
                    "",
                    "",
                    "",
                    "",
                    1,
                    true,
                    1);
        }
    }

    private static Reading value(String unit, long value) {
        return value(unit, value, HALF.code());
    }

    private static Reading value(String unit, long value, String period) {
        return reading(unit, period, BigDecimal.valueOf(value), null, null);
    }

    private static Reading share(String unit, long numerator, long denominator) {
        return reading(unit, HALF.code(), null, BigDecimal.valueOf(numerator), BigDecimal.valueOf(denominator));
    }

    private static Reading synthetic(Reading it) {
        return new Reading(
                it.unit(),
                it.indicator(),
                it.period(),
                it.basis(),
                true,
                it.comparator(),
                it.value(),
                it.numerator(),
                it.denominator(),
                it.provenance(),
                it.derivation(),
                it.asOf(),
                it.statement(),
                it.coverage());
    }

    private static Reading reading(
            String unit,
            String period,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator) {
        return new Reading(
                new UnitCode(unit),
                "x",
                Period.of(period),
                Basis.STATED,
                false,
                "=",
                value,
                numerator,
                denominator,
                Provenance.REPORTED,
                "",
                Period.of(period).to(),
                new java.util.UUID(0, 1),
                null);
    }
}
