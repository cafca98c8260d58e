package vn.thucchat.steering.indicators.definitions;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A stretch of the calendar that figures are for: a month {@code 202206}, a quarter {@code 2022Q2}, a half-year
 * {@code 2022S1} or a year {@code 2022}. Vietnamese business days, both ends included.
 */
public record Period(int year, Grain grain, int number) {

    /** Lengths of periods, shortest first. */
    public enum Grain {
        MONTH(1, 12),
        QUARTER(3, 4),
        HALF(6, 2),
        YEAR(12, 1);

        final int months;
        final int perYear;

        Grain(int months, int perYear) {
            this.months = months;
            this.perYear = perYear;
        }
    }

    private static final Pattern FORM = Pattern.compile("((?:19|20)\\d\\d)(?:(0[1-9]|1[0-2])|Q([1-4])|S([12]))?");

    public Period {
        if (number < 1 || number > grain.perYear) throw new IllegalArgumentException("No such period: " + number);
    }

    public static Optional<Period> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) return Optional.empty();
        int year = Integer.parseInt(form.group(1));
        if (form.group(2) != null) return Optional.of(new Period(year, Grain.MONTH, Integer.parseInt(form.group(2))));
        if (form.group(3) != null) return Optional.of(new Period(year, Grain.QUARTER, Integer.parseInt(form.group(3))));
        if (form.group(4) != null) return Optional.of(new Period(year, Grain.HALF, Integer.parseInt(form.group(4))));
        return Optional.of(new Period(year, Grain.YEAR, 1));
    }

    /** A code that was checked before. */
    public static Period of(String code) {
        return parse(code).orElseThrow(() -> new IllegalArgumentException("Not a period: " + code));
    }

    /** The period of a length that a day lies in. */
    public static Period containing(LocalDate day, Grain grain) {
        return new Period(day.getYear(), grain, (day.getMonthValue() - 1) / grain.months + 1);
    }

    @JsonValue
    public String code() {
        return switch (grain) {
            case MONTH -> "%d%02d".formatted(year, number);
            case QUARTER -> year + "Q" + number;
            case HALF -> year + "S" + number;
            case YEAR -> Integer.toString(year);
        };
    }

    public LocalDate from() {
        return LocalDate.of(year, (number - 1) * grain.months + 1, 1);
    }

    public LocalDate to() {
        return from().plusMonths(grain.months).minusDays(1);
    }

    public Period yearBefore() {
        return new Period(year - 1, grain, number);
    }

    public Period previous() {
        return containing(from().minusDays(1), grain);
    }

    public Period next() {
        return containing(to().plusDays(1), grain);
    }

    /** The shorter periods that lie within this one, longest first, each length in order of time. */
    public List<Period> within() {
        var parts = new ArrayList<Period>();
        for (Grain shorter : Grain.values()) {
            if (shorter.months >= grain.months) continue;
            var ofLength = new ArrayList<Period>();
            for (var part = containing(from(), shorter); !part.from().isAfter(to()); part = part.next())
                ofLength.add(part);
            parts.addAll(0, ofLength);
        }
        return parts;
    }

    @Override
    public String toString() {
        return code();
    }
}
