package vn.thucchat.steering.indicators.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.rollups.Sums;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.testing.DemonstrationTest;

/** Recounts figures from the facts that their evidence lists: what a page opens to is what the figure is made of. */
@DemonstrationTest
@NullMarked
class FigureRecountTests {

    private static final UnitCode PROVINCE = new UnitCode("19");
    private static final LocalDate AFTER_REFORM = LocalDate.of(2025, 7, 1);
    /** Facts that one figure is followed to, one by one; larger ones are summed where they lie only. */
    private static final int MOST = 500;

    @Autowired
    Figures figures;

    @Autowired
    FigureEvidence evidence;

    @Autowired
    Indicators indicators;

    @Autowired
    UnitStatements statements;

    @Autowired
    RollUps rollUps;

    @BeforeEach
    void everythingIsCounted() {
        rollUps.catchUp();
    }

    @Test
    void a_published_figure_is_what_its_facts_come_to() {
        List<Figure> published = published();
        assertThat(published).as("premise").hasSizeGreaterThan(40);
        recount(published);
    }

    @Test
    void a_figure_that_runs_is_what_its_facts_come_to() {
        List<Figure> running = new ArrayList<>();
        Period last = periods().getLast();
        for (LocalDate boundaries : List.of(last.to(), AFTER_REFORM))
            running.addAll(figures.running(List.of(PROVINCE, new UnitCode("05437")), last, boundaries));
        assertThat(running)
                .as("premise: what is stated and what is counted, of things that happened and of how they stand")
                .extracting(Figure::indicator)
                .contains(
                        "adult-smartphone",
                        "market-4.0-markets",
                        "market-4.0-stalls-with-qr",
                        "demonstration-dossiers");
        recount(running);
    }

    @Test
    void a_published_figure_in_other_boundaries_is_what_its_facts_come_to() {
        var codes = indicators.all();
        List<Figure> combined = new ArrayList<>();
        for (Period period : periods())
            combined.addAll(figures.publishedIn(
                    AFTER_REFORM, List.of(PROVINCE, new UnitCode("05443"), new UnitCode("05437")), period, codes));
        assertThat(combined).as("premise").hasSizeGreaterThan(10);
        recount(combined);
    }

    @Test
    void what_held_at_an_earlier_instant_is_still_known() {
        Period last = periods().getFirst();
        var units = units();
        assertThat(statements.heldAt(java.time.Instant.EPOCH, units, List.of(last), "adult-smartphone"))
                .isEmpty();
        assertThat(statements.heldAt(vn.thucchat.testing.TestTime.now(), units, List.of(last), "adult-smartphone"))
                .hasSameSizeAs(statements.holding(units, List.of(last), "adult-smartphone"));
    }

    private List<Figure> published() {
        return figures.published(units(), periods());
    }

    /** The latest periods with figures: halves, a year, and what else there is. */
    private List<Period> periods() {
        List<Period> all = figures.periods(PROVINCE);
        return all.subList(Math.max(0, all.size() - 3), all.size());
    }

    /** Those of the province, where everything meets, of a district and of a ward that has ended since. */
    private static List<UnitCode> units() {
        return List.of(PROVINCE, UnitCode.NATION, new UnitCode("172"), new UnitCode("05437"));
    }

    private void recount(List<Figure> all) {
        Map<String, Indicator> known = indicators.all().stream().collect(Collectors.toMap(Indicator::code, it -> it));
        for (Figure figure : all) {
            if (figure.value() == null) continue;
            Indicator indicator = java.util.Objects.requireNonNull(known.get(figure.indicator()));
            List<Evidence.Total> totals = evidence.totals(figure, indicator);
            agree(figure, indicator, Sums.of(totals));
            long listed = totals.stream().mapToLong(Evidence.Total::facts).max().orElse(0);
            if (listed > MOST) continue;
            agree(figure, indicator, Sums.of(indicator, figure, inForce(facts(figure, indicator))));
        }
    }

    private void agree(Figure figure, Indicator indicator, List<Sums> sums) {
        var described = "%s of %s in %s, %s, in the boundaries of %s: %s"
                .formatted(
                        figure.indicator(), figure.unit(), figure.period(), figure.basis(), figure.boundaries(), sums);
        BigDecimal counted = figure.basis() == Basis.STATED
                ? stated(sums, indicator)
                : computed(sums, indicator.computed().orElseThrow());
        assertThat(counted).as(described).isNotNull();
        if (figure.comparator().equals("≤") && figure.basis() == Basis.COMPUTED)
            assertThat(counted).as(described).isLessThanOrEqualTo(figure.value());
        else
            assertThat(java.util.Objects.requireNonNull(counted).setScale(4, RoundingMode.HALF_UP))
                    .as(described)
                    .isEqualByComparingTo(
                            java.util.Objects.requireNonNull(figure.value()).setScale(4, RoundingMode.HALF_UP));
    }

    private List<Evidence.Entry> facts(Figure figure, Indicator indicator) {
        var all = new ArrayList<Evidence.Entry>();
        Evidence.Cursor next = null;
        do {
            Evidence page = evidence.of(figure, indicator, next, 500);
            all.addAll(page.facts());
            next = page.next();
        } while (next != null && all.size() < MOST);
        assertThat(all.stream().map(entry -> entry.fact().id()).distinct())
                .as("each fact once")
                .hasSameSizeAs(all);
        return all;
    }

    private static List<Fact> inForce(List<Evidence.Entry> facts) {
        return facts.stream()
                .filter(entry -> !entry.corrected())
                .map(Evidence.Entry::fact)
                .toList();
    }

    private static @Nullable BigDecimal stated(List<Sums> parts, Indicator indicator) {
        if (parts.get(2).facts() > 0 && (parts.get(0).facts() == 0 || indicator.inPercent()))
            return indicator.share(millionths(parts.get(1)), millionths(parts.get(2)));
        return parts.get(0).facts() == 0 ? null : millionths(parts.get(0));
    }

    private static BigDecimal millionths(Sums of) {
        return BigDecimal.valueOf(of.amount(), 6);
    }

    private static BigDecimal computed(List<Sums> terms, Formula formula) {
        int split = formula.numerator().size();
        BigDecimal numerator = sum(formula.numerator(), terms.subList(0, split)).multiply(formula.factor());
        return formula.denominator().isEmpty()
                ? numerator
                : numerator.divide(
                        sum(formula.denominator(), terms.subList(split, terms.size())),
                        Formula.SCALE,
                        RoundingMode.HALF_UP);
    }

    private static BigDecimal sum(List<Term> terms, List<Sums> sums) {
        long sum = 0;
        for (int i = 0; i < terms.size(); i++)
            sum += switch (terms.get(i).measure()) {
                case COUNT -> sums.get(i).count();
                case AMOUNT, LAST -> sums.get(i).amount();
                case SUBJECTS -> sums.get(i).subjects();
            };
        return BigDecimal.valueOf(sum);
    }

    /** What the facts of one term come to, counted by the database or here. */
    private record Sums(long facts, long count, long amount, long subjects) {

        static List<Sums> of(List<Evidence.Total> totals) {
            return totals.stream()
                    .map(it -> new Sums(it.facts(), it.count(), it.amount(), it.subjects()))
                    .toList();
        }

        static List<Sums> of(Indicator indicator, Figure figure, List<Fact> facts) {
            List<Term> terms = figure.basis() == Basis.COMPUTED
                    ? indicator.computed().orElseThrow().terms()
                    : Stream.of("value", "numerator", "denominator")
                            .map(part -> new Term(UnitStatements.FACT, Map.of("part", part), Measure.AMOUNT))
                            .toList();
            return terms.stream().map(term -> of(facts, term)).toList();
        }

        private static Sums of(List<Fact> facts, Term term) {
            List<Fact> of = facts.stream()
                    .filter(fact -> fact.kind().equals(term.kind())
                            && fact.facets()
                                    .entrySet()
                                    .containsAll(term.filter().entrySet()))
                    .toList();
            var subjects = new HashSet<@Nullable UUID>();
            of.forEach(fact -> subjects.add(fact.subject()));
            subjects.remove(null);
            return new Sums(
                    of.size(),
                    of.stream().mapToLong(Fact::count).sum(),
                    of.stream().mapToLong(Fact::amount).sum(),
                    subjects.size());
        }
    }
}
