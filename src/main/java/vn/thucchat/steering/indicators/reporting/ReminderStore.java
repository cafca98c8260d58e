package vn.thucchat.steering.indicators.reporting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.steering.indicators.reporting.Rounds.Reminder;

/** The statements of {@code indicators.round_reminder}. */
@Component
record ReminderStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO indicators.round_reminder (recipient, day, above, recipient_name, round, units, sent_at, by,
                by_name)
            SELECT f.recipient, :day, :above, f.name, :round, string_to_array(f.units, ','), :at, :by, :byName
            FROM unnest(:recipients::uuid[], :names::text[], :units::text[]) AS f (recipient, name, units)
            ON CONFLICT DO NOTHING
            RETURNING recipient
            """;

    // A province has some hundred reporters: this is a year of weekly reminders.
    private static final String OF_ROUND = """
            SELECT recipient, recipient_name, units, sent_at, by_name FROM indicators.round_reminder
            WHERE round = :round ORDER BY sent_at DESC, recipient LIMIT 10000
            """;

    /** @return those who were not reminded on that day before, of a round that the same unit calls */
    Set<UUID> insert(Round round, LocalDate day, Collection<Reminder> reminders, Actor by, Instant at) {
        return Set.copyOf(Batch.of(reminders)
                .uuid("recipients", Reminder::recipient)
                .text("names", Reminder::recipientName)
                .text("units", reminder -> String.join(",", reminder.units()))
                .in(jdbc.sql(INSERT)
                        .param("day", day)
                        .param("above", round.above().value())
                        .param("round", round.id())
                        .param("at", SubmissionStore.utc(at))
                        .param("by", by.account())
                        .param("byName", by.name()))
                .query(UUID.class)
                .list());
    }

    /** The latest first. */
    List<Reminder> ofRound(UUID round) {
        return jdbc.sql(OF_ROUND)
                .param("round", round)
                .query(Rows.of(Reminder.class))
                .list();
    }
}
