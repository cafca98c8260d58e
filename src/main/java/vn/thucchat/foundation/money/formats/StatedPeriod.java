package vn.thucchat.foundation.money.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The days of which a statement says that it states them whole.
 *
 * @param from null: not said
 * @param to null: not said
 */
record StatedPeriod(@Nullable LocalDate from, @Nullable LocalDate to) {

    /** What ends before this hour does not state the rest of its day. */
    private static final LocalTime DAY_ENDS_FROM = LocalTime.of(23, 0);

    private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);

    /** As {@code FrToDt} has it: {@code 2026-11-01T00:00:00+07:00} to {@code 2026-11-10T23:59:59+07:00}. */
    static StatedPeriod of(CamtFields statement) {
        @Nullable LocalDateTime begins = local(statement.first("FrToDt/FrDtTm", "FrToDt/FrDt"), LocalTime.MIDNIGHT);
        @Nullable LocalDateTime ends = local(statement.first("FrToDt/ToDtTm", "FrToDt/ToDt"), LocalTime.MAX);
        @Nullable LocalDateTime made = local(statement.first("CreDtTm"), LocalTime.MAX);
        @Nullable LocalDate from = begins == null ? null : begins.toLocalDate();
        @Nullable LocalDate to = ends == null ? null : lastDay(ends, from);
        // nobody states what comes later
        if (to != null && made != null && made.toLocalDate().isBefore(to)) to = made.toLocalDate();
        return new StatedPeriod(from, to);
    }

    private static LocalDate lastDay(LocalDateTime ends, @Nullable LocalDate from) {
        LocalDate day = ends.toLocalDate();
        boolean whole = !ends.toLocalTime().isBefore(DAY_ENDS_FROM);
        return whole || from == null || !day.isAfter(from) ? day : day.minusDays(1);
    }

    /** Vietnamese time; but where a bank puts another offset behind the first or last second of a day, it means the day. */
    private static @Nullable LocalDateTime local(@Nullable String stated, LocalTime otherwise) {
        if (stated == null) return null;
        try {
            if (stated.length() <= 10) return LocalDate.parse(stated).atTime(otherwise);
            return switch (DateTimeFormatter.ISO_DATE_TIME.parseBest(
                    stated, OffsetDateTime::from, LocalDateTime::from)) {
                case OffsetDateTime known ->
                    known.toLocalTime().equals(LocalTime.MIDNIGHT)
                                    || !known.toLocalTime().isBefore(LAST_MINUTE)
                            ? known.toLocalDateTime()
                            : known.atZoneSameInstant(BookingTime.VIET_NAM).toLocalDateTime();
                case LocalDateTime local -> local;
                default -> null;
            };
        } catch (DateTimeException e) {
            return null;
        }
    }
}
