/**
 * Working time of every agency: weekly hours, public holidays, compensatory and swapped days as dated data with their
 * documents, and what follows from them: due dates that explain themselves, working time elapsed, and clocks of pieces
 * of work that pause. A year without a yearly notice follows the Labour Code and is marked provisional.
 *
 * <p>Tables: {@code calendar.stated_day} and {@code calendar.stated_hours}, both append-only, so that the calendar can
 * be read as it was known at any instant. Files: {@code data/calendar} (laws, counting rules, yearly notices, hours).
 * Records no facts, publishes no events. Routes: {@code /working-days} and its changes, {@code /due-date}, {@code
 * /api/v1/calendar/due}.
 *
 * <p>Begin with {@link WorkingTime}, which gives the {@link WorkingCalendar} of an agency.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.sheets",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
