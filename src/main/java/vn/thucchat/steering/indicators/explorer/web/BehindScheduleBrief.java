package vn.thucchat.steering.indicators.explorer.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.brief.BriefPart;
import vn.thucchat.foundation.brief.BriefSource;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.Against;
import vn.thucchat.steering.indicators.figures.web.FigureFormat;

/** Tells a leader which figures are behind their path, by how much, and in which units most. */
@Component
@Order(200)
record BehindScheduleBrief(
        Figures figures,
        Assessments assessments,
        Indicators indicators,
        Units units,
        DisplayNames names,
        RequestParameters parameters)
        implements BriefSource {

    private static final int INDICATORS = 4;
    private static final int PLACES = 2;

    @Override
    public Optional<BriefPart> of(Actor leader, Texts t, UnitCode unit, Asked asked) {
        List<Period> halves = figures.periods(unit).stream()
                .filter(each -> each.grain() == Period.Grain.HALF)
                .toList();
        boolean usual = asked.period().isBlank();
        if (usual && halves.isEmpty()) return Optional.empty();
        Period period = usual ? halves.getLast() : chosen(asked.period(), halves);
        List<Indicator> all = indicators.all();
        List<Assessment> behind = assessed(leader, List.of(unit), period, all).stream()
                .filter(Assessment::behind)
                .sorted(Comparator.comparing(Assessment::judgedPct))
                .limit(INDICATORS)
                .toList();
        Map<String, List<Assessment>> below = below(leader, unit, period, behind);
        return Optional.of(new BriefPart(
                t.of("brief.behind", DisplayNames.name(t, period)),
                behind.stream()
                        .map(each ->
                                line(t, each, below.getOrDefault(each.figure().indicator(), List.of())))
                        .toList(),
                t.of("brief.behind.none"),
                new Link(DisplayNames.scorecard(unit, period, period.to()), t.of("brief.behind.all")),
                periods(t, period, halves)));
    }

    /** Of a half-year without figures the brief would say that nothing is behind. */
    private Period chosen(String code, List<Period> halves) {
        Period period = parameters.period(code);
        if (!halves.contains(period)) throw Problem.bad("period", "brief.no-period", code);
        return period;
    }

    /** The half-years with figures, one step to each side; the latest stands at the brief's own address. */
    private static BriefPart.Periods periods(Texts t, Period shown, List<Period> halves) {
        Period latest = halves.getLast();
        return new BriefPart.Periods(
                shown.code(),
                DisplayNames.brief(t, shown),
                step(
                        t,
                        latest,
                        halves.reversed().stream().filter(each -> each.to().isBefore(shown.from()))),
                step(t, latest, halves.stream().filter(each -> each.from().isAfter(shown.to()))));
    }

    private static @Nullable Link step(Texts t, Period latest, Stream<Period> to) {
        return to.findFirst()
                .map(period -> new Link(
                        period.equals(latest) ? "/brief" : "/brief?period=" + period.code(),
                        DisplayNames.name(t, period)))
                .orElse(null);
    }

    /** The units below that are furthest behind, of all these indicators at once. */
    private Map<String, List<Assessment>> below(Actor leader, UnitCode unit, Period period, List<Assessment> behind) {
        List<Indicator> wanted = behind.stream().map(Assessment::indicator).toList();
        List<UnitCode> communes = units.below(unit, UnitKind.Level.COMMUNE, period.to()).stream()
                .map(Unit::code)
                .toList();
        if (wanted.isEmpty() || communes.isEmpty()) return Map.of();
        return assessed(leader, communes, period, wanted).stream()
                .filter(Assessment::behind)
                .sorted(Comparator.comparing(Assessment::judgedPct))
                .collect(Collectors.groupingBy(each -> each.figure().indicator()));
    }

    private List<Assessment> assessed(Actor leader, List<UnitCode> of, Period period, List<Indicator> wanted) {
        return assessments.of(Figures.firsts(figures.visible(leader, of, period, period.to(), wanted)), wanted);
    }

    private BriefPart.Line line(Texts t, Assessment of, List<Assessment> below) {
        Figure figure = of.figure();
        Quantity value = FigureFormat.quantity(figure, of.indicator());
        Against against = FigureFormat.against(of);
        var where = new ArrayList<BriefPart.Where>();
        for (Assessment place : below.subList(0, Math.min(PLACES, below.size()))) where.add(where(t, place));
        return new BriefPart.Line(
                DisplayNames.name(t, of.indicator()),
                address(figure) + "?colour=path#explorer",
                value == null ? "" : value.text(t),
                against == null
                        ? ""
                        : against.verdict(t)
                                + (below.isEmpty() ? "" : " · " + t.of("brief.behind.units", t.number(below.size()))),
                "bad",
                where,
                null);
    }

    private BriefPart.Where where(Texts t, Assessment place) {
        Figure figure = place.figure();
        Against against = FigureFormat.against(place);
        return new BriefPart.Where(
                names.name(t, figure.unit(), figure.period().to()),
                address(figure),
                against == null ? "" : against.difference(t),
                ask(t, figure));
    }

    private static Link ask(Texts t, Figure figure) {
        return new Link(
                ExplorerAddress.question(figure.indicator(), figure.unit(), figure.period()), t.of("brief.ask"));
    }

    private static String address(Figure figure) {
        return DisplayNames.figure(
                figure.indicator(),
                figure.unit(),
                figure.period(),
                figure.period().to());
    }
}
