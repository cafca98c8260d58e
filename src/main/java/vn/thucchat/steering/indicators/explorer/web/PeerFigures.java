package vn.thucchat.steering.indicators.explorer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;
import vn.thucchat.steering.indicators.figures.web.FigureSubject;

/** Reads the figures of the units that a figure is looked at among, in one indicator, period and boundaries. */
@Component
record PeerFigures(Figures figures, Assessments assessments, Units units, DisplayNames names) {

    /** What somebody may see, in the reading that the address names. */
    ComparedUnits of(Actor actor, Texts t, ExplorerChoice choice) {
        String reading = choice.address().kept().get("reading");
        return of(
                actor,
                t,
                choice,
                figure -> reading == null || FigureFormat.reading(figure).equals(reading));
    }

    /** @param which of the figures that somebody may see are looked at */
    ComparedUnits of(Actor actor, Texts t, ExplorerChoice choice, Predicate<Figure> which) {
        FigureSubject of = choice.of();
        if (choice.level() == null) return new ComparedUnits(of, List.of(), choice.sort());
        List<Unit> below = units.below(choice.scope().code(), choice.level(), of.boundaries());
        Map<UnitCode, Assessment> known = known(actor, choice, below, which);
        Map<UnitCode, String> called = names.names(t, below, of.boundaries());
        return new ComparedUnits(
                of,
                below.stream()
                        .map(unit -> new ComparedUnits.Compared(
                                unit, called.getOrDefault(unit.code(), ""), known.get(unit.code())))
                        .toList(),
                choice.sort());
    }

    private Map<UnitCode, Assessment> known(
            Actor actor, ExplorerChoice choice, List<Unit> below, Predicate<Figure> which) {
        FigureSubject of = choice.of();
        var codes = Stream.concat(Stream.of(choice.scope()), below.stream())
                .map(Unit::code)
                .distinct()
                .toList();
        List<Indicator> wanted = List.of(of.indicator());
        List<Figure> visible = figures.visible(actor, codes, of.period(), of.boundaries(), wanted).stream()
                .filter(which)
                .toList();
        Map<UnitCode, Assessment> known = new HashMap<>();
        assessments
                .of(Figures.firsts(visible), wanted)
                .forEach(each -> known.put(each.figure().unit(), each));
        return known;
    }
}
