package vn.thucchat.steering.indicators.definitions.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;

/** Names of indicators, periods and units as pages write them, and where they lead: for the pages of other modules too. */
@Component
@NamedInterface("words")
public class DisplayNames {

    private final Units units;

    DisplayNames(Units units) {
        this.units = units;
    }

    public static String name(Texts t, Indicator it) {
        return t.either(it.nameVi(), it.nameEn());
    }

    /** The unit of its values, in words. */
    static String measure(Texts t, Indicator it) {
        return switch (it.measure()) {
            case "percent" -> t.of("measure.percent");
            case "ratio" -> t.of("measure.ratio");
            case "count" -> t.of("measure.count");
            case "billion USD" -> t.of("figures.unit.billion-usd");
            default -> it.measure();
        };
    }

    /** Without marks and in small letters, for looking names up: {@code phuong trung thanh}. */
    public static String plain(String name) {
        return VietnameseText.fold(name);
    }

    public static String name(Texts t, Unit unit) {
        return t.either(unit.name(), unit.nameEn());
    }

    /** The name that a unit had nearest to a day. */
    public String name(Texts t, UnitCode code, LocalDate on) {
        return units.nearest(code, on).map(unit -> name(t, unit)).orElse(code.value());
    }

    /** The names of units beside each other; those of one name with what they belong to: {@code Phường Trung Thành (Phổ Yên)}. */
    public Map<UnitCode, String> names(Texts t, List<Unit> beside, LocalDate on) {
        Map<String, Long> namesakes =
                beside.stream().collect(Collectors.groupingBy(unit -> name(t, unit), Collectors.counting()));
        return beside.stream().collect(Collectors.toMap(Unit::code, unit -> {
            String name = name(t, unit);
            return unit.parent() == null || namesakes.getOrDefault(name, 1L) == 1
                    ? name
                    : name + " (" + name(t, unit.parent(), on) + ")";
        }));
    }

    public static String name(Texts t, Period period) {
        String year = Integer.toString(period.year());
        return switch (period.grain()) {
            case MONTH -> t.of("period.month", Integer.toString(period.number()), year);
            case QUARTER -> t.of("period.quarter", Integer.toString(period.number()), year);
            case HALF -> t.of(period.number() == 1 ? "period.half.1" : "period.half.2", year);
            case YEAR -> t.of("period.year", year);
        };
    }

    /** Short, for an axis. */
    public static String brief(Texts t, Period period) {
        String year = Integer.toString(period.year());
        return switch (period.grain()) {
            case MONTH -> "%d/%s".formatted(period.number(), year);
            case QUARTER -> t.of("period.brief.quarter", Integer.toString(period.number()), year);
            case HALF -> t.of(period.number() == 1 ? "period.brief.half.1" : "period.brief.half.2", year);
            case YEAR -> year;
        };
    }

    /** From the nation down to the unit, each to its scorecard. */
    public List<Link> path(Texts t, UnitCode code, Period period, LocalDate boundaries) {
        return units.path(code, boundaries).stream()
                .map(unit -> new Link(scorecard(unit.code(), period, boundaries), name(t, unit)))
                .toList();
    }

    public static String scorecard(UnitCode unit, Period period, LocalDate boundaries) {
        return "/scorecard?unit=%s&period=%s%s".formatted(unit, period, in(period, boundaries, "&"));
    }

    public static String figure(String indicator, UnitCode unit, Period period, LocalDate boundaries) {
        return "/figures/%s/%s/%s%s".formatted(indicator, unit, period, in(period, boundaries, "?"));
    }

    /** The units below a unit beside each other: the table in the explorer of its figure. */
    public static String compare(String indicator, UnitCode above, Period period, LocalDate boundaries) {
        String figure = figure(indicator, above, period, boundaries);
        return figure + (figure.contains("?") ? "&" : "?") + "view=table#explorer";
    }

    /** The parameter that keeps other boundaries than the period's own; empty for these. */
    public static String in(Period period, LocalDate boundaries, String before) {
        return boundaries.equals(period.to()) ? "" : before + "boundaries=" + boundaries;
    }

    /** Where a reviewer publishes what changed of a unit. */
    public static String publish(UnitCode unit, Period period) {
        return "/figures/publish?unit=" + unit + "&period=" + period;
    }

    /** The periods that a reader can move to: those with figures, and the one that is shown. */
    public static List<Option> options(Texts t, List<Period> periods, Period shown) {
        var all = new ArrayList<>(periods);
        if (!all.contains(shown)) all.add(shown);
        all.sort(java.util.Comparator.comparing(Period::to)
                .thenComparing(Period::grain)
                .reversed());
        return all.stream().map(p -> new Option(p.code(), name(t, p))).toList();
    }

    /** The level whose units a unit is compared by: districts while there were any, else communes. */
    public UnitKind.Level levelBelow(Unit unit, LocalDate on) {
        return switch (unit.kind().level()) {
            case NATION -> UnitKind.Level.PROVINCE;
            case PROVINCE ->
                units.below(unit.code(), UnitKind.Level.DISTRICT, on).isEmpty()
                        ? UnitKind.Level.COMMUNE
                        : UnitKind.Level.DISTRICT;
            case DISTRICT, COMMUNE, AGENCY -> UnitKind.Level.COMMUNE;
        };
    }
}
