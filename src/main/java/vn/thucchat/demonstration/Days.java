package vn.thucchat.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.steering.indicators.definitions.Period;

/**
 * The calendar of the demonstration, counted from the day it was loaded: half-years from 2021 to today, and deadlines of
 * the last one that are some days before or after that day. Loaded on 28 November 2026, it reports {@code 2026S2}, due on
 * 1 December.
 *
 * @param loaded the day of loading; the same for good, so that a load that was broken off goes on as it began
 */
public record Days(LocalDate loaded) {

    private static final Period FIRST = Period.of("2021S1");
    /** A half-year is asked for once it is a month and a half old; before, the one before it still comes in. */
    private static final int OLD_ENOUGH = 45;

    private static final int LEFT_TO_REPORT = 3;

    /** Counts half-years: 0 for the first of 2021. */
    static int index(Period half) {
        return (half.year() - FIRST.year()) * 2 + half.number() - 1;
    }

    /** The half-year that communes are just handing in. */
    Period reporting() {
        return Period.containing(loaded.minusDays(OLD_ENOUGH), Period.Grain.HALF);
    }

    /** The last half-year that has been handed in and published whole. */
    Period complete() {
        return reporting().previous();
    }

    /** All half-years that were or are being reported, the oldest first. */
    List<Period> reported() {
        return until(reporting());
    }

    /** All half-years of which every report is in and the figures are published, the oldest first. */
    List<Period> handedIn() {
        return until(complete());
    }

    /** All half-years in which something happened, the oldest first. */
    List<Period> lived() {
        return until(Period.containing(loaded, Period.Grain.HALF));
    }

    private static List<Period> until(Period last) {
        return Stream.iterate(FIRST, half -> index(half) <= index(last), Period::next)
                .toList();
    }

    /** The half-years in which mistakes were found after they had been published. */
    List<Period> corrected() {
        return List.of(Period.of("2021S2"), Period.of("2022S1"), complete());
    }

    /** The years of which targets were set. */
    List<Integer> years() {
        return reported().stream().map(Period::year).distinct().toList();
    }

    /** The last day that reports of a half-year count to. */
    LocalDate asOf(Period half) {
        LocalDate last = loaded.minusDays(10);
        return half.equals(reporting()) && last.isBefore(half.to()) ? last : half.to();
    }

    /** The day of which communes write their reports of a half-year, at the earliest. */
    LocalDate begun(Period half) {
        return half.equals(reporting()) ? loaded.minusDays(9) : half.to().plusDays(2);
    }

    LocalDate due(Period half) {
        return half.equals(reporting())
                ? loaded.plusDays(LEFT_TO_REPORT)
                : half.to().plusDays(10);
    }

    /** When the reports of a half-year that were right had been accepted. */
    Instant accepted(Period half) {
        return published(half).minusSeconds(86_400);
    }

    /** When the figures of a half-year were published, and those of the running one could have been. */
    Instant published(Period half) {
        LocalDate day =
                half.equals(reporting()) ? loaded.minusDays(1) : half.to().plusDays(20);
        return day.atTime(9, 0).atZone(BusinessTime.VIETNAM).toInstant();
    }

    /** The last day of a half-year that has passed. */
    LocalDate lastDay(Period half) {
        return half.to().isBefore(loaded) ? half.to() : loaded.minusDays(1);
    }
}
