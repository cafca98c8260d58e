package vn.thucchat.steering.indicators.web;

import java.time.InstantSource;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;

/** Reads what an address asks for; what makes no sense or is not there becomes a problem that says so. */
@Component
class RequestParameters {

    private final Indicators indicators;
    private final Units units;
    private final InstantSource clock;

    RequestParameters(Indicators indicators, Units units, InstantSource clock) {
        this.indicators = indicators;
        this.units = units;
        this.clock = clock;
    }

    Indicator indicator(String code) {
        return indicators.find(code).orElseThrow(() -> Problem.notFound("figure.no-indicator", code));
    }

    Period period(String code) {
        return Period.parse(code).orElseThrow(() -> Problem.bad("period", "figure.bad-period", code));
    }

    /** A unit that exists, or existed, on a day. */
    Unit unit(String code, LocalDate on) {
        UnitCode asked;
        try {
            asked = new UnitCode(code);
        } catch (IllegalArgumentException e) {
            throw Problem.bad("unit", "figure.bad-unit", code);
        }
        return units.nearest(asked, on).orElseThrow(() -> Problem.notFound("figure.no-unit", code));
    }

    /** The day whose boundaries are asked for; without one the period's own last day. */
    LocalDate boundaries(@Nullable String day, Period period) {
        return day == null || day.isBlank() ? period.to() : day("boundaries", day);
    }

    /** The last day of a period; today where it could not be read. */
    LocalDate end(@Nullable Period period) {
        return period == null ? today() : period.to();
    }

    LocalDate day(String parameter, String text) {
        return VietnameseDays.parse(text)
                .value()
                .filter(day -> day.getYear() >= 1945)
                .orElseThrow(() -> Problem.bad(parameter, "figure.bad-day", text));
    }

    int limit(@Nullable Integer limit, int usual) {
        if (limit == null) return usual;
        if (limit < 1 || limit > 500) throw Problem.bad("limit", "figure.bad-limit", limit.toString());
        return limit;
    }

    LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
