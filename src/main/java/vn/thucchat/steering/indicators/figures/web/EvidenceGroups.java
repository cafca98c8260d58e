package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.Formula;
import vn.thucchat.foundation.rollups.Measure;
import vn.thucchat.foundation.rollups.Term;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.FigureEvidence;

/** Groups the facts behind a figure by day and by unit, each group a door to its rows. */
@Component
record EvidenceGroups(FigureEvidence evidence, DisplayNames wording) {

    /** So few facts are read one by one. */
    private static final int FEW = 12;

    /** @param here the address of all rows, to which a group's part is added */
    EvidencePage.@Nullable Groups of(Actor reader, Texts t, Figure figure, Indicator indicator, String here) {
        Evidence.Summary summary = evidence.summary(reader, figure, indicator);
        if (summary.units().stream().mapToLong(it -> it.total().facts()).sum() <= FEW) return null;
        List<Term> terms = figure.basis() == Basis.STATED
                ? List.of()
                : indicator.computed().map(Formula::terms).orElse(List.of());
        String unit = amountUnit(terms);
        Function<BigDecimal, String> words = amount -> written(t, amount, unit);
        var units = summary.units().stream()
                .sorted(Comparator.comparing((Evidence.OfUnit it) -> size(it.total(), unit))
                        .reversed()
                        .thenComparing(Evidence.OfUnit::unit))
                .map(it -> new EvidencePage.Group(
                        wording.name(t, it.unit(), figure.period().to()),
                        here + "&of=" + it.unit(),
                        words.apply(size(it.total(), unit))))
                .toList();
        Course course = course(summary, terms, unit);
        return new EvidencePage.Groups(
                units.size() > 1 ? units : List.of(),
                t.of("course." + course.grain()),
                course.drawable() ? course.columns(t, words) : null,
                course.drawable() ? stretches(t, course, here, words) : List.of());
    }

    /** How things stand is not done day by day, and neither is what a unit stated of a whole period. */
    private static Course course(Evidence.Summary summary, List<Term> terms, @Nullable String unit) {
        var days = new TreeMap<LocalDate, BigDecimal>();
        if (!terms.isEmpty() && terms.stream().noneMatch(term -> term.measure() == Measure.LAST))
            summary.days().forEach(it -> days.put(it.day(), size(it.total(), unit)));
        return Course.of(days);
    }

    private static List<EvidencePage.Group> stretches(
            Texts t, Course course, String here, Function<BigDecimal, String> words) {
        var stretches = new ArrayList<EvidencePage.Group>();
        for (Course.Stretch stretch : course.stretches().reversed())
            if (stretch.amount().signum() != 0)
                stretches.add(new EvidencePage.Group(
                        Course.name(t, stretch),
                        here + "&from=" + stretch.from() + "&to=" + stretch.to(),
                        words.apply(stretch.amount())));
        return stretches;
    }

    /** The unit of what all facts add up to; null where only their number is the same thing everywhere. */
    private @Nullable String amountUnit(List<Term> terms) {
        boolean amounts = !terms.isEmpty()
                && terms.stream().allMatch(term -> term.measure() == Measure.AMOUNT || term.measure() == Measure.LAST)
                && terms.stream().map(Term::kind).distinct().count() == 1;
        return amounts ? evidence.amountUnit(terms.getFirst().kind()) : null;
    }

    private static BigDecimal size(Evidence.Total of, @Nullable String unit) {
        return unit == null ? BigDecimal.valueOf(of.facts()) : BigDecimal.valueOf(of.amount());
    }

    private static String written(Texts t, BigDecimal amount, @Nullable String unit) {
        if (unit == null) return t.of("evidence.total", t.number(amount));
        if (unit.equals("millionths")) return t.number(amount.movePointLeft(6));
        return unit.isEmpty() ? t.number(amount) : Quantity.of(amount, unit).text(t);
    }
}
