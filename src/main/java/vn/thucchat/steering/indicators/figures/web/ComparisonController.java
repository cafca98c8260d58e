package vn.thucchat.steering.indicators.figures.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.charts.Spread;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Assessment;
import vn.thucchat.steering.indicators.figures.Assessments;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;
import vn.thucchat.steering.indicators.figures.web.ComparedUnits.Compared;

/** The units below a unit, compared in one indicator and period. */
@Controller
record ComparisonController(
        RequestParameters asked,
        Figures figures,
        Assessments assessments,
        Indicators indicators,
        Units units,
        DisplayNames wording,
        Pages pages) {

    private static final int ROWS = 50;

    @GetMapping("/compare/{indicator}")
    @Allow(anyone = true)
    View compare(
            Actor actor,
            Texts t,
            @PathVariable String indicator,
            @RequestParam String unit,
            @RequestParam String period,
            @RequestParam(required = false) @Nullable String boundaries,
            @RequestParam(required = false) @Nullable String level,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(required = false) @Nullable Integer after) {
        FigureSubject of = FigureSubject.of(asked, indicator, unit, period, boundaries);
        UnitKind.Level at = level(level, of.unit(), of.boundaries());
        String sorted = sort == null || sort.isBlank() ? "-value" : sort;
        if (!ComparedUnits.SORTS.contains(sorted)) throw Problem.bad("sort", "comparison.bad-sort", sorted);

        List<Unit> below = units.below(of.unit().code(), at, of.boundaries());
        Map<UnitCode, Assessment> known = known(actor, of, below);
        var compared = new ComparedUnits(of, compared(t, of.boundaries(), below, known), sorted);
        String part = name.strip();
        List<Compared> named = compared.named(part);
        List<Compared> valued =
                named.stream().filter(each -> each.value() != null).toList();
        int from = after == null ? 0 : Math.clamp(after, 0, valued.size());
        int to = Math.min(from + ROWS, valued.size());
        String kept = "unit=%s&period=%s&level=%s%s%s"
                .formatted(
                        of.unit().code(),
                        of.period(),
                        at.code(),
                        DisplayNames.in(of.period(), of.boundaries(), "&"),
                        part.isEmpty() ? "" : "&name=" + URLEncoder.encode(part, StandardCharsets.UTF_8));
        String self = "/compare/" + of.indicator().code();
        String here = self + "?" + kept + "&sort=" + sorted;
        Assessment together = known.get(of.unit().code());
        Quantity whole = together == null ? null : FigureFormat.quantity(together.figure(), of.indicator());
        var own = actor.grants().stream().map(Actor.Grant::unit).collect(Collectors.toSet());
        Spread spread = compared.spread(own, whole);
        return pages.show(
                "steering/indicators/figures/comparison",
                new ComparisonPage(
                        DisplayNames.name(t, of.indicator()),
                        "/indicators/" + of.indicator().code(),
                        of.indicator().pillar().name(),
                        wording.path(t, of.unit().code(), of.period(), of.boundaries()),
                        DisplayNames.name(t, of.period()),
                        of.address(),
                        filter(t, of, at, part),
                        self,
                        kept,
                        sorted,
                        compared.plan(),
                        whole,
                        of.indicator().measure(),
                        spread,
                        compared.size(),
                        compared.size() - spread.values().size(),
                        valued.subList(from, to).stream().map(compared::row).toList(),
                        named.stream()
                                .filter(each -> each.value() == null)
                                .map(each -> new Link(of.of(each.unit().code()), each.name()))
                                .toList(),
                        missing,
                        from == 0 ? null : here,
                        to == valued.size() ? null : here + "&after=" + to,
                        FigureFormat.downloads(of.query() + "&level=" + at.code(), of.api(figures))));
    }

    private UnitKind.Level level(@Nullable String level, Unit above, LocalDate in) {
        if (level == null || level.isBlank())
            return above.kind().level() == UnitKind.Level.PROVINCE
                    ? UnitKind.Level.COMMUNE
                    : wording.levelBelow(above, in);
        return UnitKind.Level.of(level.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> Problem.bad("level", "comparison.bad-level", level));
    }

    /** What is known of the units compared, and of the one above them. */
    private Map<UnitCode, Assessment> known(Actor actor, FigureSubject of, List<Unit> below) {
        var codes = Stream.concat(Stream.of(of.unit()), below.stream())
                .map(Unit::code)
                .distinct()
                .toList();
        List<Indicator> wanted = List.of(of.indicator());
        List<Figure> visible = figures.visible(actor, codes, of.period(), of.boundaries(), wanted);
        Map<UnitCode, Assessment> known = new HashMap<>();
        assessments
                .of(Figures.firsts(visible), wanted)
                .forEach(each -> known.put(each.figure().unit(), each));
        return known;
    }

    private List<Compared> compared(Texts t, LocalDate in, List<Unit> below, Map<UnitCode, Assessment> known) {
        Map<String, Long> namesakes = below.stream()
                .collect(Collectors.groupingBy(unit -> DisplayNames.name(t, unit), Collectors.counting()));
        return below.stream()
                .map(unit -> new Compared(unit, name(t, unit, in, namesakes), known.get(unit.code())))
                .toList();
    }

    /** With what it belongs to where another has the same name: {@code Phường Trung Thành (Thành phố Phổ Yên)}. */
    private String name(Texts t, Unit unit, LocalDate in, Map<String, Long> namesakes) {
        String name = DisplayNames.name(t, unit);
        return unit.parent() == null || namesakes.getOrDefault(name, 1L) == 1
                ? name
                : name + " (" + wording.name(t, unit.parent(), in) + ")";
    }

    private ComparisonPage.Filter filter(Texts t, FigureSubject of, UnitKind.Level at, String name) {
        UnitCode above = of.unit().code();
        return new ComparisonPage.Filter(
                of.indicator().code(),
                indicators.all().stream()
                        .filter(Indicator::active)
                        .map(each -> new Option(each.code(), DisplayNames.name(t, each)))
                        .toList(),
                of.period().code(),
                DisplayNames.options(t, figures.periods(above), of.period()),
                of.boundaries().toString(),
                above.value(),
                near(t, of.unit(), of.boundaries()),
                at.code(),
                Stream.of(UnitKind.Level.PROVINCE, UnitKind.Level.DISTRICT, UnitKind.Level.COMMUNE)
                        .filter(level -> level == at
                                || !units.below(above, level, of.boundaries()).isEmpty())
                        .map(level -> new Option(level.code(), t.of("level." + level)))
                        .toList(),
                name);
    }

    /** The units that a reader may look below: those above this one, itself, and its districts or provinces. */
    private List<Option> near(Texts t, Unit above, LocalDate in) {
        var near = new ArrayList<Option>();
        units.path(above.code(), in).forEach(unit -> near.add(option(t, unit)));
        UnitKind.Level below = above.kind().level();
        if (below == UnitKind.Level.NATION || below == UnitKind.Level.PROVINCE)
            units.below(above.code(), wording.levelBelow(above, in), in).stream()
                    .filter(unit -> unit.kind().level() != UnitKind.Level.COMMUNE)
                    .forEach(unit -> near.add(option(t, unit)));
        return near;
    }

    private static Option option(Texts t, Unit unit) {
        return new Option(unit.code().value(), DisplayNames.name(t, unit));
    }
}
