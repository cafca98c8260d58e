package vn.thucchat.steering.indicators.figures.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Basis;
import vn.thucchat.steering.indicators.figures.Figure;

/** The places behind a figure: how many units are below it, who of them has reported, and within which borders. */
@Component
record FigureParts(Units units, DisplayNames wording) {

    static FigurePage.@Nullable Coverage coverage(FigureSubject of, @Nullable Figure shown) {
        if (shown == null || shown.coverage() == null) return null;
        int reported = shown.coverage().reported();
        int expected = shown.coverage().expected();
        // who had to report was a unit of the period's own boundaries
        String who = of.path() + "?view=table&level=commune&missing=true#missing";
        return new FigurePage.Coverage(reported, expected, reported < expected ? who : null);
    }

    FigurePage.Boundaries boundaries(Texts t, FigureSubject of, @Nullable Figure shown) {
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
                of.boundaries(), of.boundaries().equals(of.period().to()), undivided);
    }

    FigurePage.Below below(FigureSubject of, @Nullable Figure shown) {
        int total = belowCount(of);
        return new FigurePage.Below(
                total, total == 0 || shown == null ? null : of.comparison(), shown != null && madeOfParts(shown));
    }

    private int belowCount(FigureSubject of) {
        UnitKind.Level level = of.unit().kind().level();
        return level == UnitKind.Level.COMMUNE || level == UnitKind.Level.AGENCY
                ? 0
                : units.below(of.unit().code(), wording.levelBelow(of.unit(), of.boundaries()), of.boundaries())
                        .size();
    }

    /** A unit's own statement is made of nobody else's, even where the units below it said the same of themselves. */
    private static boolean madeOfParts(Figure shown) {
        return shown.basis() == Basis.COMPUTED || shown.coverage() != null;
    }
}
