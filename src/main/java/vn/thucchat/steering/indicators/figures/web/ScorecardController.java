package vn.thucchat.steering.indicators.figures.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.charts.Trend;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** How a unit stood in a period, what is behind its plan first. */
@Controller
record ScorecardController(
        RequestParameters asked,
        Figures figures,
        Assessments assessments,
        Indicators indicators,
        RollUps rollUps,
        Units units,
        DisplayNames wording,
        Pages pages) {

    @GetMapping("/scorecard")
    @Allow(anyone = true)
    View scorecard(
            Actor actor,
            Texts t,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String period,
            @RequestParam(required = false) @Nullable String boundaries) {
        String code = unit == null || unit.isBlank() ? home() : unit.strip();
        Period of = period == null || period.isBlank() ? latest(asked.unit(code, asked.today())) : asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        Unit about = asked.unit(code, in);
        List<Indicator> all = indicators.all();
        List<Figure> visible = figures.visible(actor, List.of(about.code()), of, in, all);
        List<Assessment> assessed = assessments.of(Figures.firsts(visible), all).stream()
                .sorted(Comparator.comparing((Assessment a) -> FigureFormat.standing(a))
                        .thenComparing(Assessment::judgedPct)
                        .thenComparingInt(a -> a.indicator().sort()))
                .toList();
        var rows = new ArrayList<ScorecardPage.Row>();
        List<Figure> past = figures.published(Set.of(about.code()), FigureFormat.periodsUpTo(of));
        for (Assessment each : assessed) rows.add(row(t, each, of, in, past));
        rows.addAll(missing(t, about, of, in, all, assessed));
        return pages.show(
                "steering/indicators/figures/scorecard",
                new ScorecardPage(
                        DisplayNames.name(t, about),
                        wording.path(t, about.code(), of, in),
                        of.equals(latest(about))
                                ? t.of("scorecard.newest", DisplayNames.name(t, of))
                                : DisplayNames.name(t, of),
                        filter(t, about, of, in),
                        figures.seesRunning(actor, about.code(), true) ? rollUps.asOf() : null,
                        rows,
                        "/reports?unit=%s&period=%s".formatted(about.code(), of),
                        FigureFormat.downloads(
                                "unit=%s&period=%s%s".formatted(about.code(), of, DisplayNames.in(of, in, "&")),
                                "/api/v1/figures?unit=%s&period=%s%s"
                                        .formatted(about.code(), of, DisplayNames.in(of, in, "&")))));
    }

    /** The province that has figures, the same for every reader; the nation while there is none. */
    private String home() {
        var provinces = units.below(UnitCode.NATION, UnitKind.Level.PROVINCE, asked.today()).stream()
                .map(Unit::code)
                .toList();
        Map<UnitCode, Period> known = figures.latestHalves(provinces);
        return provinces.stream()
                .filter(known::containsKey)
                .findFirst()
                .orElse(UnitCode.NATION)
                .value();
    }

    /** The latest half-year with published figures, the same for every reader; else the one that runs. */
    private Period latest(Unit unit) {
        Period known = figures.latestHalves(List.of(unit.code())).get(unit.code());
        return known == null ? Period.containing(asked.today(), Period.Grain.HALF) : known;
    }

    private ScorecardPage.Row row(Texts t, Assessment of, Period period, LocalDate in, List<Figure> past) {
        Figure figure = of.figure();
        boolean own = in.equals(period.to());
        return new ScorecardPage.Row(
                of.indicator().pillar().name(),
                DisplayNames.name(t, of.indicator()),
                DisplayNames.figure(figure.indicator(), figure.unit(), period, in),
                FigureFormat.quantity(figure, of.indicator()),
                FigureFormat.against(of),
                FigureFormat.standing(of),
                FigureFormat.growth(of),
                own ? FigureFormat.trend(t, figure, past, Map.of()) : new Trend(List.of()),
                figure.provenance(),
                figure.synthetic(),
                !figure.derivation().isEmpty(),
                DisplayNames.compare(figure.indicator(), figure.unit(), period, in));
    }

    /** What units of this level owe and nobody knows. */
    private List<ScorecardPage.Row> missing(
            Texts t, Unit about, Period of, LocalDate in, List<Indicator> all, List<Assessment> known) {
        var codes = new HashSet<String>();
        known.forEach(each -> codes.add(each.indicator().code()));
        return all.stream()
                .filter(it -> it.active()
                        && it.reportedBy() == about.kind().level()
                        && it.frequency() == of.grain()
                        && !codes.contains(it.code()))
                .map(it -> new ScorecardPage.Row(
                        it.pillar().name(),
                        DisplayNames.name(t, it),
                        DisplayNames.figure(it.code(), about.code(), of, in),
                        null,
                        null,
                        TargetStatus.MISSING,
                        null,
                        new Trend(List.of()),
                        null,
                        false,
                        false,
                        null))
                .toList();
    }

    private ScorecardPage.Filter filter(Texts t, Unit about, Period of, LocalDate in) {
        var near = new ArrayList<Option>();
        units.path(about.code(), in).forEach(unit -> near.add(option(t, unit)));
        if (about.kind().level() != UnitKind.Level.COMMUNE)
            units.below(about.code(), wording.levelBelow(about, in), in).forEach(unit -> near.add(option(t, unit)));
        else if (about.parent() != null)
            units.below(about.parent(), UnitKind.Level.COMMUNE, in).stream()
                    .filter(unit -> !unit.code().equals(about.code()))
                    .forEach(unit -> near.add(option(t, unit)));
        return new ScorecardPage.Filter(
                about.code().value(), near, of.code(), DisplayNames.options(t, figures.periods(about.code()), of), in);
    }

    private static Option option(Texts t, Unit unit) {
        return new Option(unit.code().value(), DisplayNames.name(t, unit));
    }
}
