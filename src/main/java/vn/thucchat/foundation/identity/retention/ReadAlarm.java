package vn.thucchat.foundation.identity.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;

/**
 * An alarm that somebody read the data of more people than a rule of the office allows.
 *
 * @param account of the reader
 * @param answer null while it waits
 */
public record ReadAlarm(
        UUID account,
        UUID id,
        Span span,
        LocalDate day,
        UnitCode unit,
        boolean synthetic,
        Count count,
        @Nullable Answer answer) {

    /** The kind of work that looking into it is. */
    public static final String WORK = "identity.bulk-reading";

    /** In what time. */
    public enum Span {
        HOUR(1, "reads.hour"),
        DAY(24, "reads.day");

        final int hours;
        final String rule;

        Span(int hours, String rule) {
            this.hours = hours;
            this.rule = rule;
        }
    }

    /** Of how many people, and how many were allowed, when it was raised. */
    public record Count(int subjects, int allowed, Instant raisedAt) {}

    /** What an officer found. */
    public record Answer(String note, Instant answeredAt, UUID answeredBy) {}

    /** Whether somebody is not the reader. */
    public boolean mayAnswer(Actor officer) {
        return !officer.account().equals(account);
    }
}
