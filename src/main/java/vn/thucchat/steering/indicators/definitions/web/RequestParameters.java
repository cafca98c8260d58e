package vn.thucchat.steering.indicators.definitions.web;

import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;

/** Reads what an address asks for; what makes no sense or is not there becomes a problem that says so. */
@Component
@NamedInterface("requests")
public class RequestParameters {

    private final Indicators indicators;
    private final Units units;
    private final InstantSource clock;

    RequestParameters(Indicators indicators, Units units, InstantSource clock) {
        this.indicators = indicators;
        this.units = units;
        this.clock = clock;
    }

    public Indicator indicator(String code) {
        return indicators.find(code).orElseThrow(() -> Problem.notFound("figure.no-indicator", code));
    }

    public Period period(String code) {
        return Period.parse(code).orElseThrow(() -> Problem.bad("period", "figure.bad-period", code));
    }

    /** The period that an address names, or else the one that is usually worked on today. */
    public Period periodOrUsual(String code) {
        return code.isBlank() ? PeriodChoice.usual(today()) : period(code.strip());
    }

    /** A unit that exists, or existed, on a day. */
    public Unit unit(String code, LocalDate on) {
        UnitCode asked;
        try {
            asked = new UnitCode(code);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("unit", "figure.bad-unit", code);
        }
        return units.nearest(asked, on).orElseThrow(() -> Problem.notFound("figure.no-unit", code));
    }

    /** The day whose boundaries are asked for; without one the period's own last day. */
    public LocalDate boundaries(@Nullable String day, Period period) {
        return day == null || day.isBlank() ? period.to() : day("boundaries", day);
    }

    /** The last day of a period; today where it could not be read. */
    public LocalDate end(@Nullable Period period) {
        return period == null ? today() : period.to();
    }

    public LocalDate day(String parameter, String text) {
        return VietnameseDays.parse(text)
                .value()
                .filter(day -> day.getYear() >= 1945)
                .orElseThrow(() -> Problem.bad(parameter, "figure.bad-day", text));
    }

    public int limit(@Nullable Integer limit, int usual) {
        if (limit == null) return usual;
        if (limit < 1 || limit > 500) throw Problem.bad("limit", "figure.bad-limit", limit.toString());
        return limit;
    }

    public LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
