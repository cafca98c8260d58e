package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.Targets;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** The places behind a figure: how many units are below it, who of them has reported, and within which borders. */
@Component
record FigureParts(Figures figures, Targets targets, Units units, DisplayNames wording) {

    static FigurePage.@Nullable Coverage coverage(FigureSubject of, @Nullable Figure shown) {
        if (shown == null || shown.coverage() == null) return null;
        int reported = shown.coverage().reported();
        int expected = shown.coverage().expected();
        // who had to report was a unit of the period's own boundaries
        String who = of.path() + "?view=table&level=commune&missing=true#missing";
        return new FigurePage.Coverage(reported, expected, reported < expected ? who : null);
    }

    /** @param planned whether a target holds for the figure in the boundaries asked for */
    FigurePage.Boundaries boundaries(Texts t, FigureSubject of, @Nullable Figure shown, boolean planned) {
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
        boolean own = of.boundaries().equals(of.period().to());
        return new FigurePage.Boundaries(
                of.boundaries(), own, own || planned || shown == null ? null : planned(of, shown), undivided);
    }

    /** A target that was set in the boundaries of the period's own day; a demonstration figure may be held against a real one. */
    private FigurePage.@Nullable Planned planned(FigureSubject of, Figure shown) {
        Period period = of.period();
        List<Period> asked = List.of(new Period(period.year(), Period.Grain.YEAR, 1), period);
        return targets.holding(List.of(of.unit().code()), asked, of.indicator().code()).stream()
                        .anyMatch(target -> shown.synthetic() || !target.synthetic())
                ? new FigurePage.Planned(period.to(), of.path())
                : null;
    }

    FigurePage.Below below(Actor reader, FigureSubject of, @Nullable Figure shown) {
        List<UnitCode> below = below(of);
        boolean made = shown != null && madeOfParts(shown);
        return new FigurePage.Below(
                below.size(),
                shown != null && made && !below.isEmpty() ? valued(reader, of, shown, below) : null,
                below.isEmpty() || shown == null ? null : of.comparison(),
                made);
    }

    /** How many units have a value, published before any other; null for none, as where single units are not told of. */
    private @Nullable Integer valued(Actor reader, FigureSubject of, Figure shown, List<UnitCode> below) {
        List<Indicator> wanted = List.of(of.indicator());
        int published = valued(shown, figures.publishedIn(of.boundaries(), below, of.period(), wanted));
        if (published > 0) return published;
        int running = valued(shown, figures.visible(reader, below, of.period(), of.boundaries(), wanted));
        return running == 0 ? null : running;
    }

    private static int valued(Figure like, List<Figure> among) {
        return (int) among.stream()
                .filter(each -> each.value() != null && each.synthetic() == like.synthetic())
                .map(Figure::unit)
                .distinct()
                .count();
    }

    private List<UnitCode> below(FigureSubject of) {
        UnitKind.Level level = of.unit().kind().level();
        return level == UnitKind.Level.COMMUNE || level == UnitKind.Level.AGENCY
                ? List.of()
                : units
                        .below(of.unit().code(), wording.levelBelow(of.unit(), of.boundaries()), of.boundaries())
                        .stream()
                        .map(Unit::code)
                        .toList();
    }

    /** A unit's own statement is made of nobody else's, even where the units below it said the same of themselves. */
    private static boolean madeOfParts(Figure shown) {
        return shown.basis() == Basis.COMPUTED || shown.coverage() != null;
    }
}
