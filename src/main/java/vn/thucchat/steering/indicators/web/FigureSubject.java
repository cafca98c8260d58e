package vn.thucchat.steering.indicators.web;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.steering.indicators.Figure;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Period;

/** What an address of a figure means, and the addresses around it. */
record FigureSubject(Indicator indicator, Unit unit, Period period, LocalDate boundaries) {

    String path() {
        return at(period);
    }

    /** The same figure of another period, in the boundaries of its own day. */
    String at(Period other) {
        return "/figures/%s/%s/%s".formatted(indicator.code(), unit.code(), other);
    }

    /** The figure in the boundaries asked for. */
    String address() {
        return in(boundaries);
    }

    String in(LocalDate day) {
        return DisplayNames.figure(indicator.code(), unit.code(), period, day);
    }

    /** The figure with a reading named, so that it is this one even when another comes to stand before it. */
    String reading(Figure reading) {
        return path() + query(reading);
    }

    /** @param reading null when the address names none */
    String evidence(@Nullable Figure reading) {
        return path() + "/evidence" + query(reading);
    }

    /** All units compared below this one, in the same boundaries. */
    String comparison() {
        return DisplayNames.compare(indicator.code(), unit.code(), period, boundaries);
    }

    private String query(@Nullable Figure reading) {
        String in = DisplayNames.in(period, boundaries, "?");
        if (reading == null) return in;
        return in + (in.isEmpty() ? "?" : "&") + "reading=" + FigureFormat.reading(reading);
    }
}
