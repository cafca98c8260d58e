package vn.thucchat.steering.indicators.figures.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.figures.Figure;
import vn.thucchat.steering.indicators.figures.Figures;

/** What an address of a figure means, and the addresses around it. */
@NamedInterface("explorer")
public record FigureSubject(Indicator indicator, Unit unit, Period period, LocalDate boundaries) {

    /** Read from the parts of an address. */
    public static FigureSubject of(
            RequestParameters asked, String indicator, String unit, String period, @Nullable String boundaries) {
        Period of = asked.period(period);
        LocalDate in = asked.boundaries(boundaries, of);
        return new FigureSubject(asked.indicator(indicator), asked.unit(unit, in), of, in);
    }

    /** Where the API tells the figure, if it is published; else null. */
    public @Nullable String api(Figures figures) {
        return figures.publishedIn(boundaries, List.of(unit.code()), period, List.of(indicator))
                        .isEmpty()
                ? null
                : "/api/v1" + address();
    }

    public String path() {
        return at(period);
    }

    /** The same figure of another period, in the boundaries of its own day. */
    public String at(Period other) {
        return "/figures/%s/%s/%s".formatted(indicator.code(), unit.code(), other);
    }

    /** The figure in the boundaries asked for. */
    public String address() {
        return in(boundaries);
    }

    public String in(LocalDate day) {
        return DisplayNames.figure(indicator.code(), unit.code(), period, day);
    }

    /** The figure of another unit, in the same boundaries. */
    public String of(UnitCode other) {
        return DisplayNames.figure(indicator.code(), other, period, boundaries);
    }

    /** What downloads are asked for by; more may follow. */
    public String query() {
        return "unit=%s&period=%s&indicator=%s%s"
                .formatted(unit.code(), period, indicator.code(), DisplayNames.in(period, boundaries, "&"));
    }

    /** The figure with a reading named, so that it is this one even when another comes to stand before it. */
    public String reading(Figure reading) {
        return path() + query(reading);
    }

    /** @param reading null when the address names none */
    public String evidence(@Nullable Figure reading) {
        return path() + "/evidence" + query(reading);
    }

    /** All units below this one beside each other, in the same boundaries. */
    public String comparison() {
        return DisplayNames.compare(indicator.code(), unit.code(), period, boundaries);
    }

    private String query(@Nullable Figure reading) {
        String in = DisplayNames.in(period, boundaries, "?");
        if (reading == null) return in;
        return in + (in.isEmpty() ? "?" : "&") + "reading=" + FigureFormat.reading(reading);
    }
}
