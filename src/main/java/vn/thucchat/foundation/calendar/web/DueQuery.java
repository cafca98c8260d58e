package vn.thucchat.foundation.calendar.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.calendar.Term;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/**
 * Reads what somebody wants to know the due time of, and names all that is wrong with it at once.
 *
 * @param agency whose hours count; null for an office without hours of its own
 */
record DueQuery(Instant received, Term term, @Nullable Unit agency) {

    /** The first and last day of receipt: from the first whole year of the laws that are loaded on. */
    static final LocalDate FIRST = LocalDate.of(2014, 1, 1);

    static final LocalDate LAST = LocalDate.of(2097, 12, 31);
    static final int MOST_DAYS = 400;
    static final int MOST_HOURS = 2000;

    /** @throws Problem 400 with all that is wrong */
    static DueQuery read(
            @Nullable String received,
            @Nullable String workingDays,
            @Nullable String workingHours,
            @Nullable String agency,
            Units units) {
        var errors = new ArrayList<FieldError>();
        Instant at = instant(received, errors);
        Term term = term(workingDays, workingHours, errors);
        Unit unit = unit(agency, units, at, errors);
        if (at == null || term == null || !errors.isEmpty()) throw Problem.bad(errors);
        return new DueQuery(at, term, unit);
    }

    /** A time of a Vietnamese clock, {@code 2022-08-08T09:00}, or one with its offset, {@code 2022-08-08T02:00:00Z}. */
    private static @Nullable Instant instant(@Nullable String text, List<FieldError> errors) {
        if (text == null || blank(text)) {
            errors.add(new FieldError("received", "calendar.due.received.missing"));
            return null;
        }
        Instant at = time(text.strip());
        if (at == null) errors.add(new FieldError("received", "calendar.due.received.fault", List.of(shown(text))));
        else if (outside(BusinessTime.day(at))) errors.add(outsideError("received"));
        return at;
    }

    static boolean outside(LocalDate day) {
        return day.isBefore(FIRST) || day.isAfter(LAST);
    }

    static FieldError outsideError(String field) {
        return new FieldError(
                field,
                "calendar.due.received.outside",
                List.of(Integer.toString(FIRST.getYear()), Integer.toString(LAST.getYear())));
    }

    private static @Nullable Instant time(String text) {
        try {
            // a blank for the sign that some forms send as one
            return OffsetDateTime.parse(text.replace(' ', '+')).toInstant();
        } catch (DateTimeException local) {
            try {
                return LocalDateTime.parse(text).atZone(BusinessTime.VIETNAM).toInstant();
            } catch (DateTimeException none) {
                return null;
            }
        }
    }

    static @Nullable Term term(@Nullable String days, @Nullable String hours, List<FieldError> errors) {
        if (blank(days) && blank(hours)) {
            errors.add(new FieldError("workingDays", "calendar.due.term.missing"));
            return null;
        }
        if (!blank(days) && !blank(hours)) {
            errors.add(new FieldError("workingHours", "calendar.due.term.both"));
            return null;
        }
        if (blank(hours)) {
            Integer count = count("workingDays", days, 0, MOST_DAYS, errors);
            return count == null ? null : new Term.Days(count);
        }
        Integer count = count("workingHours", hours, 1, MOST_HOURS, errors);
        return count == null ? null : new Term.Hours(count);
    }

    private static @Nullable Integer count(
            String field, @Nullable String text, int least, int most, List<FieldError> errors) {
        String typed = text == null ? "" : text.strip();
        if (typed.matches("[0-9]{1,6}")) {
            int count = Integer.parseInt(typed);
            if (count >= least && count <= most) return count;
        }
        errors.add(new FieldError(
                field, "calendar.due.count.fault", List.of(Integer.toString(least), Integer.toString(most))));
        return null;
    }

    static @Nullable Unit unit(@Nullable String code, Units units, @Nullable Instant at, List<FieldError> errors) {
        if (code == null || blank(code)) return null;
        Unit unit = UnitCode.read(code.strip())
                .flatMap(read -> units.nearest(read, at == null ? LAST : BusinessTime.day(at)))
                .orElse(null);
        if (unit == null) errors.add(new FieldError("agency", "calendar.due.agency.fault", List.of(shown(code))));
        return unit;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String shown(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
