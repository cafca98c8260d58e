package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.facts.FactFixture.aLevel;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.rollups.StateFixture;
import vn.thucchat.foundation.units.Composition;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.testing.ApplicationTest;

/** How things stood, across the reform of July 2025 in Thái Nguyên: what was stated in a unit counts in its heirs. */
@ApplicationTest
class StandingTests {

    private static final Period AFTER = Period.of("2025S2");
    private static final Period BEFORE = Period.of("2022S1");
    private static final LocalDate DAY = LocalDate.of(2022, 5, 20);
    private static final LocalDate LATER = LocalDate.of(2025, 9, 1);
    private static final String PROVINCE = "19";
    private static final String TUC_DUYEN = "05437";
    private static final String GIA_SANG = "05461";
    private static final String PHAN_DINH_PHUNG = "05443";
    private static final String OTHER_HEIR = "05467";

    @Autowired
    Units units;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Computation computation;

    @BeforeEach
    void nothingStated() {
        jdbc.sql("DELETE FROM rollups.state WHERE kind = 'test.level'").update();
        // premise: one went whole to an heir that had its code before, one was split between that heir and another
        assertThat(units.successors(new UnitCode(TUC_DUYEN), DAY))
                .extracting(s -> s.to().value())
                .containsExactly(PHAN_DINH_PHUNG);
        assertThat(units.successors(new UnitCode(GIA_SANG), DAY))
                .extracting(s -> s.to().value())
                .containsExactlyInAnyOrder(PHAN_DINH_PHUNG, OTHER_HEIR);
    }

    @Test
    void what_was_stated_in_a_merged_unit_counts_in_its_heir() {
        state(aLevel().unit(TUC_DUYEN).day(DAY).amount(12).build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isEqualTo(12);
        assertThat(value(PROVINCE, AFTER)).isEqualTo(12);
        assertThat(value(TUC_DUYEN, BEFORE)).isEqualTo(12);
    }

    @Test
    void the_codes_of_before_add_up_until_the_heir_speaks_for_itself() {
        state(
                aLevel().unit(TUC_DUYEN).day(DAY).amount(12).build(),
                aLevel().unit(PHAN_DINH_PHUNG).day(DAY).amount(30).build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isEqualTo(42);
        state(aLevel().unit(PHAN_DINH_PHUNG).day(LATER).amount(50).build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isEqualTo(50);
        assertThat(value(PROVINCE, AFTER)).isEqualTo(50);
        assertThat(value(PHAN_DINH_PHUNG, Period.of("2025S1"))).isEqualTo(30);
    }

    @Test
    void a_thing_of_which_the_heir_states_something_newer_counts_once() {
        UUID village = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        state(
                aLevel().unit(TUC_DUYEN).subject(village).day(DAY).amount(1).build(),
                aLevel().unit(TUC_DUYEN).subject(other).day(DAY).amount(1).build(),
                aLevel().unit(PHAN_DINH_PHUNG)
                        .subject(village)
                        .day(LATER)
                        .amount(0)
                        .build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isEqualTo(1);
        assertThat(value(PHAN_DINH_PHUNG, Period.of("2025S1"))).isNull();
        assertThat(value(TUC_DUYEN, Period.of("2025S1"))).isEqualTo(2);
    }

    @Test
    void what_was_split_is_named_and_not_counted_but_in_whom_it_lies_whole() {
        state(aLevel().unit(GIA_SANG).day(DAY).amount(7).build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isNull();
        assertThat(undivided(PHAN_DINH_PHUNG)).containsExactly(GIA_SANG);
        assertThat(undivided(OTHER_HEIR)).containsExactly(GIA_SANG);
        assertThat(value(PROVINCE, AFTER)).isEqualTo(7);
        assertThat(undivided(PROVINCE)).isEmpty();
    }

    @Test
    void when_one_heir_of_a_split_unit_speaks_the_rest_of_the_old_number_cannot_be_told() {
        state(
                aLevel().unit(GIA_SANG).day(DAY).amount(7).build(),
                aLevel().unit(PHAN_DINH_PHUNG).day(LATER).amount(50).build());
        assertThat(value(PHAN_DINH_PHUNG, AFTER)).isEqualTo(50);
        assertThat(undivided(PHAN_DINH_PHUNG)).isEmpty();
        assertThat(value(OTHER_HEIR, AFTER)).isNull();
        assertThat(undivided(OTHER_HEIR)).containsExactly(GIA_SANG);
        assertThat(value(PROVINCE, AFTER)).isEqualTo(50);
        assertThat(undivided(PROVINCE)).containsExactly(GIA_SANG);
        state(aLevel().unit(OTHER_HEIR).day(LATER).amount(20).build());
        assertThat(value(PROVINCE, AFTER)).isEqualTo(70);
        assertThat(undivided(PROVINCE)).isEmpty();
    }

    @Test
    void in_the_boundaries_of_before_what_the_heir_states_cannot_be_divided() {
        state(
                aLevel().unit(TUC_DUYEN).day(DAY).amount(12).build(),
                aLevel().unit(PHAN_DINH_PHUNG).day(LATER).amount(50).build());
        var figures = figures(TUC_DUYEN, AFTER, DAY);
        assertThat(figures).hasSize(1);
        assertThat(figures.getFirst().value()).isNull();
        assertThat(figures.getFirst().undivided())
                .extracting(u -> u.source().value())
                .containsExactly(PHAN_DINH_PHUNG);
    }

    private @Nullable Integer value(String unit, Period period) {
        return figures(unit, period, period.to()).stream()
                .findFirst()
                .map(Figure::value)
                .map(java.math.BigDecimal::intValueExact)
                .orElse(null);
    }

    private List<String> undivided(String unit) {
        return figures(unit, AFTER, AFTER.to()).stream()
                .flatMap(figure -> figure.undivided().stream())
                .map(Composition.Undivided::source)
                .map(UnitCode::value)
                .toList();
    }

    private List<Figure> figures(String unit, Period period, LocalDate boundaries) {
        return computation.figures(List.of(new UnitCode(unit)), period, boundaries, List.of(level()), period.to());
    }

    /** Straight into the roll-ups: how they come from the log is shown elsewhere. */
    private void state(Fact... facts) {
        StateFixture.put(jdbc, facts);
    }

    private static Indicator level() {
        return new Indicator(
                "level",
                "Mức",
                "Level",
                Indicator.Pillar.SOCIETY,
                "count",
                Indicator.Direction.UP,
                Indicator.Aggregation.SUM,
                Indicator.OverTime.LAST,
                Period.Grain.HALF,
                null,
                "",
                "",
                "",
                "last(%s)".formatted(FactFixture.LEVEL.code()),
                1,
                true,
                1);
    }
}
