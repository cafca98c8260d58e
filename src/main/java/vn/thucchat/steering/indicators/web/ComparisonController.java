package vn.thucchat.steering.indicators.web;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.Assessment;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Figures;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;

/** The units below a unit, compared in one indicator and period. */
@Controller
class ComparisonController {

    private static final int ROWS = 50;
    private static final Set<String> SORTS = Set.of("value", "-value", "name", "-name", "variance", "-variance");

    private final RequestParameters asked;
    private final Figures figures;
    private final Indicators indicators;
    private final Units units;
    private final DisplayNames wording;
    private final Pages pages;

    ComparisonController(
            RequestParameters asked,
            Figures figures,
            Indicators indicators,
            Units units,
            DisplayNames wording,
            Pages pages) {
        this.asked = asked;
        this.figures = figures;
        this.indicators = indicators;
        this.units = units;
        this.wording = wording;
        this.pages = pages;
    }

    /** One unit compared; without an assessment nothing is known of it. */
    private record Compared(
            Unit unit, String name, @Nullable Assessment known) {
        @Nullable
        BigDecimal value() {
            return known == null ? null : known.figure().value();
        }

        @Nullable
        BigDecimal variance() {
            return known == null ? null : known.judgedVariance();
        }
    }

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
        Indicator it = asked.indicator(indicator);
        Period of = asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        Unit above = asked.unit(unit, in);
        UnitKind.Level at = level(level, above, in);
        String sorted = sort == null || sort.isBlank() ? "-value" : sort;
        if (!SORTS.contains(sorted)) throw Problem.bad("sort", "comparison.bad-sort", sorted);

        List<Unit> below = units.below(above.code(), at, in);
        Map<UnitCode, Assessment> known = known(actor, it, of, in, above, below);
        List<Compared> all = new ArrayList<>(compared(t, in, below, known));
        Map<UnitCode, Integer> ranks = ranks(all, it);
        all.sort(order(sorted));
        String part = name.strip();
        List<Compared> named = all.stream()
                .filter(each ->
                        part.isEmpty() || DisplayNames.plain(each.name()).contains(DisplayNames.plain(part)))
                .toList();
        List<Compared> valued =
                named.stream().filter(each -> each.value() != null).toList();
        int from = after == null ? 0 : Math.clamp(after, 0, valued.size());
        int to = Math.min(from + ROWS, valued.size());
        String kept = "unit=%s&period=%s&level=%s%s%s"
                .formatted(
                        above.code(),
                        of,
                        at.name().toLowerCase(Locale.ROOT),
                        DisplayNames.in(of, in, "&"),
                        part.isEmpty() ? "" : "&name=" + URLEncoder.encode(part, StandardCharsets.UTF_8));
        String self = "/compare/" + it.code();
        String here = self + "?" + kept + "&sort=" + sorted;
        Quantity plan = plan(all, it);
        Assessment together = known.get(above.code());
        Quantity whole = together == null ? null : FigureFormat.quantity(together.figure(), it);
        Spread spread = spread(actor, all, it, of, in, plan, whole);
        return pages.show(
                "steering/indicators/comparison",
                new ComparisonPage(
                        DisplayNames.name(t, it),
                        "/indicators/" + it.code(),
                        it.pillar().name(),
                        wording.path(t, above.code(), of, in),
                        DisplayNames.name(t, of),
                        DisplayNames.figure(it.code(), above.code(), of, in),
                        filter(t, it, above, of, in, at, part),
                        self,
                        kept,
                        sorted,
                        plan,
                        whole,
                        it.measure(),
                        spread,
                        all.size(),
                        all.size() - spread.values().size(),
                        valued.subList(from, to).stream()
                                .map(each -> row(each, it, of, in, ranks))
                                .toList(),
                        named.stream()
                                .filter(each -> each.value() == null)
                                .map(each -> new Link(
                                        DisplayNames.figure(
                                                it.code(), each.unit().code(), of, in),
                                        each.name()))
                                .toList(),
                        missing,
                        from == 0 ? null : here,
                        to == valued.size() ? null : here + "&after=" + to,
                        DisplayNames.downloads(
                                "unit=%s&period=%s&indicator=%s&level=%s%s"
                                        .formatted(
                                                above.code(),
                                                of,
                                                it.code(),
                                                at.name().toLowerCase(Locale.ROOT),
                                                DisplayNames.in(of, in, "&")),
                                // the API tells published figures only
                                figures.publishedIn(in, List.of(above.code()), of, List.of(it))
                                                .isEmpty()
                                        ? null
                                        : "/api/v1/figures/%s/%s/%s%s"
                                                .formatted(
                                                        it.code(), above.code(), of, DisplayNames.in(of, in, "?")))));
    }

    private UnitKind.Level level(@Nullable String level, Unit above, LocalDate in) {
        if (level == null || level.isBlank())
            return above.kind().level() == UnitKind.Level.PROVINCE
                    ? UnitKind.Level.COMMUNE
                    : wording.levelBelow(above, in);
        try {
            return UnitKind.Level.valueOf(level.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.bad("level", "comparison.bad-level", level);
        }
    }

    /** What is known of the units compared, and of the one above them. */
    private Map<UnitCode, Assessment> known(
            Actor actor, Indicator it, Period of, LocalDate in, Unit above, List<Unit> below) {
        var codes = Stream.concat(Stream.of(above), below.stream())
                .map(Unit::code)
                .distinct()
                .toList();
        Map<UnitCode, Assessment> known = new HashMap<>();
        List<Figure> firsts = Figures.firsts(figures.visible(actor, codes, of, in, List.of(it)));
        figures.assess(firsts, List.of(it))
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

    private static Spread spread(
            Actor actor,
            List<Compared> all,
            Indicator it,
            Period of,
            LocalDate in,
            @Nullable Quantity plan,
            @Nullable Quantity whole) {
        var own = actor.grants().stream().map(grant -> grant.unit()).collect(Collectors.toSet());
        var values = new ArrayList<Spread.Value>();
        for (Compared each : all) {
            Quantity value = each.known() == null
                    ? null
                    : FigureFormat.quantity(each.known().figure(), it);
            UnitCode code = each.unit().code();
            if (value != null)
                values.add(new Spread.Value(
                        each.name(),
                        value.size(),
                        DisplayNames.figure(it.code(), code, of, in),
                        own.contains(code.value())));
        }
        return new Spread(values, plan == null ? null : plan.size(), share(it) && whole != null ? whole.size() : null);
    }

    /** Whether the whole is like its parts; what adds up is not. */
    private static boolean share(Indicator it) {
        return it.aggregation() != Indicator.Aggregation.SUM;
    }

    /** With what it belongs to where another has the same name: {@code Phường Trung Thành (Thành phố Phổ Yên)}. */
    private String name(Texts t, Unit unit, LocalDate in, Map<String, Long> namesakes) {
        String name = DisplayNames.name(t, unit);
        return unit.parent() == null || namesakes.getOrDefault(name, 1L) == 1
                ? name
                : name + " (" + wording.name(t, unit.parent(), in) + ")";
    }

    private static Map<UnitCode, Integer> ranks(List<Compared> all, Indicator it) {
        Comparator<Compared> best = Comparator.comparing(
                Compared::value,
                it.direction() == Indicator.Direction.UP ? Comparator.reverseOrder() : Comparator.naturalOrder());
        List<Compared> valued =
                all.stream().filter(each -> each.value() != null).sorted(best).toList();
        Map<UnitCode, Integer> ranks = new HashMap<>();
        int rank = 0;
        BigDecimal before = null;
        for (int i = 0; i < valued.size(); i++) {
            BigDecimal value = valued.get(i).value();
            // equal values share a rank
            if (before == null || value == null || value.compareTo(before) != 0) rank = i + 1;
            before = value;
            ranks.put(valued.get(i).unit().code(), rank);
        }
        return ranks;
    }

    /** Units without a value come last, whichever way. */
    private static Comparator<Compared> order(String sort) {
        boolean down = sort.startsWith("-");
        Comparator<Compared> byName = Comparator.comparing(Compared::name, VietnameseText.ORDER);
        return switch (sort.replace("-", "")) {
            case "name" -> down ? byName.reversed() : byName;
            case "variance" ->
                Comparator.comparing(Compared::variance, nullsLast(down)).thenComparing(byName);
            default -> Comparator.comparing(Compared::value, nullsLast(down)).thenComparing(byName);
        };
    }

    private static Comparator<@Nullable BigDecimal> nullsLast(boolean down) {
        Comparator<BigDecimal> order = down ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.nullsLast(order);
    }

    private static @Nullable Quantity plan(List<Compared> all, Indicator it) {
        List<BigDecimal> plans = all.stream()
                .flatMap(each -> each.known() == null || each.known().target() == null
                        ? Stream.of()
                        : Stream.of(each.known().target().value()))
                .distinct()
                .toList();
        return plans.size() == 1 ? Quantity.of(plans.getFirst(), it.measure()) : null;
    }

    private static ComparisonPage.Row row(
            Compared each, Indicator it, Period of, LocalDate in, Map<UnitCode, Integer> ranks) {
        Assessment known = each.known();
        return new ComparisonPage.Row(
                ranks.get(each.unit().code()),
                each.name(),
                DisplayNames.figure(it.code(), each.unit().code(), of, in),
                known == null ? null : FigureFormat.quantity(known.figure(), it),
                known == null ? null : FigureFormat.against(known),
                known == null ? null : known.figure().provenance(),
                known != null && known.figure().synthetic());
    }

    private ComparisonPage.Filter filter(
            Texts t, Indicator it, Unit above, Period of, LocalDate in, UnitKind.Level at, String name) {
        return new ComparisonPage.Filter(
                it.code(),
                indicators.all().stream()
                        .filter(Indicator::active)
                        .map(each -> new Option(each.code(), DisplayNames.name(t, each)))
                        .toList(),
                of.code(),
                DisplayNames.options(t, figures.periods(above.code()), of),
                in.toString(),
                above.code().value(),
                near(t, above, in),
                at.name().toLowerCase(Locale.ROOT),
                Stream.of(UnitKind.Level.PROVINCE, UnitKind.Level.DISTRICT, UnitKind.Level.COMMUNE)
                        .filter(level -> level == at
                                || !units.below(above.code(), level, in).isEmpty())
                        .map(level -> new Option(level.name().toLowerCase(Locale.ROOT), t.of("level." + level)))
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
