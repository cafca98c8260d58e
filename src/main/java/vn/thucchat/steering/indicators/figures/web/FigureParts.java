package vn.thucchat.steering.indicators.figures.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** The places behind a figure: the units below it and what each says, who of them has reported, and within which borders. */
@Component
record FigureParts(
        RequestParameters asked, Figures figures, Assessments assessments, Units units, DisplayNames wording) {

    private static final int LARGEST = 5;

    static FigurePage.@Nullable Coverage coverage(FigureSubject of, @Nullable Figure shown) {
        if (shown == null || shown.coverage() == null) return null;
        int reported = shown.coverage().reported();
        int expected = shown.coverage().expected();
        // who had to report was a unit of the period's own boundaries
        String who = DisplayNames.compare(
                of.indicator().code(),
                of.unit().code(),
                of.period(),
                of.period().to());
        return new FigurePage.Coverage(reported, expected, reported < expected ? who + "&missing=true#missing" : null);
    }

    FigurePage.Boundaries boundaries(Texts t, FigureSubject of, @Nullable Figure shown) {
        var days = new TreeSet<LocalDate>();
        days.add(of.period().to());
        // the first day of every stretch in which nothing changed, from the period on: there are a handful
        units.eras(of.period().to(), asked.today()).stream().skip(1).forEach(era -> days.add(era.from()));
        var choices = days.stream()
                .filter(day -> !day.equals(of.boundaries()))
                .filter(day -> units.find(of.unit().code(), day).isPresent())
                .map(day -> new Link(of.in(day), boundaries(t, of, day)))
                .toList();
        var undivided = shown == null
                ? List.<FigurePage.Undivided>of()
                : shown.undivided().stream()
                        .map(u -> new FigurePage.Undivided(
                                new Link(
                                        DisplayNames.figure(
                                                of.indicator().code(),
                                                u.source(),
                                                of.period(),
                                                of.period().to()),
                                        wording.name(t, u.source(), of.period().to())),
                                t.of(
                                        "figure.undivided",
                                        String.join(
                                                ", ",
                                                u.heirs().stream()
                                                        .map(heir -> wording.name(t, heir, of.boundaries()))
                                                        .toList()))))
                        .toList();
        return new FigurePage.Boundaries(
                of.boundaries(), of.boundaries().equals(of.period().to()), choices, undivided);
    }

    /** {@code địa giới từ 1/7/2025 (92 xã, phường)}. */
    private String boundaries(Texts t, FigureSubject of, LocalDate day) {
        int communes = of.unit().kind().level() == UnitKind.Level.COMMUNE
                ? 0
                : units.below(of.unit().code(), UnitKind.Level.COMMUNE, day).size();
        boolean own = day.equals(of.period().to());
        String from = t.of(own ? "figure.boundaries.own" : "figure.boundaries.from", t.date(day));
        return communes == 0 ? from : from + " " + t.of("figure.boundaries.communes", t.number(communes));
    }

    FigurePage.Contributions contributions(Actor actor, Texts t, FigureSubject of, @Nullable Figure shown) {
        List<Unit> below = below(of);
        if (below.isEmpty() || shown == null) return new FigurePage.Contributions(List.of(), 0, null, false);
        boolean made = madeOfParts(shown);
        boolean adds = of.indicator().aggregation() == Indicator.Aggregation.SUM;
        Map<UnitCode, Unit> byCode = new HashMap<>();
        below.forEach(unit -> byCode.put(unit.code(), unit));
        List<Indicator> wanted = List.of(of.indicator());
        List<Figure> same = figures.visible(actor, byCode.keySet(), of.period(), of.boundaries(), wanted).stream()
                .filter(it -> it.synthetic() == shown.synthetic() && it.basis() == shown.basis() && it.value() != null)
                .sorted(Comparator.comparing((Figure each) -> size(each, adds))
                        .reversed()
                        .thenComparing(Figure::unit))
                .limit(LARGEST)
                .toList();
        var top = assessments.of(same, wanted).stream()
                .map(each -> {
                    Figure figure = each.figure();
                    return new FigurePage.Contribution(
                            new Link(
                                    DisplayNames.figure(
                                            figure.indicator(), figure.unit(), of.period(), of.boundaries()),
                                    name(t, byCode.get(figure.unit()), figure.unit())),
                            FigureFormat.quantity(figure, of.indicator()),
                            FigureFormat.against(each),
                            made ? weight(figure, shown, adds) : null);
                })
                .toList();
        return new FigurePage.Contributions(top, below.size(), of.comparison(), made);
    }

    /** A unit's own statement is made of nobody else's, even where the units below it said the same of themselves. */
    private static boolean madeOfParts(Figure shown) {
        return shown.basis() == Basis.COMPUTED || shown.coverage() != null;
    }

    private List<Unit> below(FigureSubject of) {
        UnitKind.Level level = of.unit().kind().level();
        return level == UnitKind.Level.COMMUNE || level == UnitKind.Level.AGENCY
                ? List.of()
                : units.below(of.unit().code(), wording.levelBelow(of.unit(), of.boundaries()), of.boundaries());
    }

    private static String name(Texts t, @Nullable Unit unit, UnitCode code) {
        return unit == null ? code.value() : DisplayNames.name(t, unit);
    }

    /** By how much a unit weighs in the whole: its value where values add up, else what its share is a share of. */
    private static BigDecimal size(Figure figure, boolean adds) {
        BigDecimal size = adds || figure.denominator() == null ? figure.value() : figure.denominator();
        return size == null ? BigDecimal.ZERO : size;
    }

    private static @Nullable BigDecimal weight(Figure part, Figure whole, boolean adds) {
        BigDecimal of = adds ? whole.value() : whole.denominator();
        if (of == null || of.signum() == 0 || (!adds && part.denominator() == null)) return null;
        return size(part, adds).multiply(BigDecimal.valueOf(100)).divide(of, 2, RoundingMode.HALF_UP);
    }
}
