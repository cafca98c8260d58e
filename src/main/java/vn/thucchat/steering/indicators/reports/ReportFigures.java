package vn.thucchat.steering.indicators.reports;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.explanations.Explanation;
import vn.thucchat.steering.indicators.explanations.Explanations;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.reporting.Rounds;

/** Chooses what stands in a report. */
@Component
record ReportFigures(Figures figures, Assessments assessments, Rounds rounds, Explanations explanations, Units units) {

    /** A map of fewer units says no more than a sentence. */
    private static final int FEWEST_MAPPED = 3;

    /** The figures of an order; demonstration figures only when asked for, or when the unit has no others. */
    List<Figure> of(ReportOrder order) {
        Period period = order.period();
        var year = new Period(period.year(), Period.Grain.YEAR, 1);
        List<Figure> own = figures.published(List.of(order.unit()), period);
        // what a paper of the half-year tells of the year so far; not what was known only much later
        List<Figure> ofYear = period.equals(year)
                ? List.of()
                : figures.published(List.of(order.unit()), year).stream()
                        .filter(it -> it.asOf().isBefore(period.next().to()))
                        .toList();
        boolean real = Stream.concat(own.stream(), ofYear.stream()).anyMatch(it -> !it.synthetic());
        boolean realOnly = real && !order.demonstration();
        var chosen = new ArrayList<>(Figures.firsts(filtered(own, realOnly)));
        Set<String> known = chosen.stream().map(Figure::indicator).collect(Collectors.toSet());
        Figures.firsts(filtered(ofYear, realOnly)).stream()
                .filter(it -> !known.contains(it.indicator()))
                .forEach(chosen::add);
        return chosen;
    }

    ReportContents contents(Report report) {
        ReportOrder order = report.order();
        List<Figure> chosen = of(order);
        Map<Period, List<Figure>> byPeriod = chosen.stream().collect(Collectors.groupingBy(Figure::period));
        List<Assessment> assessed = byPeriod.values().stream()
                .flatMap(each -> assessments.of(each).stream())
                .sorted(Comparator.comparingInt((Assessment a) -> a.indicator().sort())
                        .thenComparing(a -> a.indicator().code()))
                .toList();
        boolean synthetic = chosen.stream().anyMatch(Figure::synthetic);
        List<Unit> below = below(order);
        Map<UnitCode, List<Assessment>> standing = standing(below, order.period(), synthetic);
        return new ReportContents(
                report,
                assessed,
                below.size(),
                standing.size(),
                behind(below, standing),
                mapped(assessed, standing),
                owing(order, synthetic),
                order.explanations() ? explained(assessed) : List.of());
    }

    private static List<Figure> filtered(Collection<Figure> of, boolean realOnly) {
        return of.stream().filter(it -> !realOnly || !it.synthetic()).toList();
    }

    private List<Unit> below(ReportOrder order) {
        var day = order.period().to();
        UnitKind.Level level =
                units.nearest(order.unit(), day).orElseThrow().kind().level();
        return switch (level) {
            case NATION -> units.below(order.unit(), UnitKind.Level.PROVINCE, day);
            case PROVINCE, DISTRICT -> units.below(order.unit(), UnitKind.Level.COMMUNE, day);
            case COMMUNE, AGENCY -> List.of();
        };
    }

    private Map<UnitCode, List<Assessment>> standing(List<Unit> below, Period period, boolean synthetic) {
        if (below.isEmpty()) return Map.of();
        var published = figures.published(below.stream().map(Unit::code).toList(), period);
        return assessments.of(Figures.firsts(filtered(published, !synthetic))).stream()
                .collect(Collectors.groupingBy(a -> a.figure().unit()));
    }

    private static List<ReportContents.Behind> behind(List<Unit> below, Map<UnitCode, List<Assessment>> standing) {
        Map<UnitCode, Unit> byCode = new HashMap<>();
        below.forEach(unit -> byCode.put(unit.code(), unit));
        return standing.entrySet().stream()
                .map(each -> new ReportContents.Behind(
                        Objects.requireNonNull(byCode.get(each.getKey())),
                        (int) each.getValue().stream()
                                .filter(Assessment::behind)
                                .count(),
                        (int) each.getValue().stream()
                                .filter(a -> a.progress() != null)
                                .count()))
                .filter(each -> each.missed() > 0)
                .sorted(Comparator.comparingInt(ReportContents.Behind::missed)
                        .reversed()
                        .thenComparing(each -> each.unit().code()))
                .toList();
    }

    /** Of the report's own indicators; of those known as widely, one with a plan, then the first of the dictionary. */
    private static @Nullable String mapped(List<Assessment> own, Map<UnitCode, List<Assessment>> standing) {
        Map<String, Long> known = standing.values().stream()
                .flatMap(List::stream)
                .filter(each -> each.figure().value() != null)
                .collect(Collectors.groupingBy(each -> each.figure().indicator(), Collectors.counting()));
        return own.stream()
                .filter(each -> known.getOrDefault(each.figure().indicator(), 0L) >= FEWEST_MAPPED)
                .max(Comparator.comparingLong((Assessment each) ->
                                Objects.requireNonNull(known.get(each.figure().indicator())))
                        .thenComparing(each -> each.target() != null)
                        .thenComparing(own::indexOf, Comparator.reverseOrder()))
                .map(each -> each.figure().indicator())
                .orElse(null);
    }

    private List<ReportContents.Owing> owing(ReportOrder order, boolean synthetic) {
        return rounds.of(order.period(), synthetic).stream()
                .filter(round -> round.above().equals(order.unit()))
                .map(round -> {
                    Map<UnitCode, Unit> asked = new HashMap<>();
                    rounds.units(round).forEach(unit -> asked.put(unit.code(), unit));
                    List<Unit> incomplete = rounds.standing(List.of(round)).getOrDefault(round.id(), List.of()).stream()
                            .filter(owed -> owed.stated() < owed.owed())
                            .map(owed -> Objects.requireNonNull(asked.get(owed.unit())))
                            .toList();
                    return new ReportContents.Owing(round, asked.size() - incomplete.size(), incomplete);
                })
                .toList();
    }

    private List<Explanation> explained(List<Assessment> of) {
        return of.stream()
                .map(Assessment::figure)
                .flatMap(it -> explanations.ofFigure(it.indicator(), it.unit(), it.period()).stream()
                        .filter(e -> e.state() != Explanation.State.ASKED && (it.synthetic() || !e.synthetic())))
                .toList();
    }
}
