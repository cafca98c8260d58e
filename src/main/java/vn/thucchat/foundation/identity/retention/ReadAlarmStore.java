package vn.thucchat.foundation.identity.retention;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.read_alarm}. */
@Component
record ReadAlarmStore(JdbcClient jdbc) {

    private static final String RAISE = """
            INSERT INTO identity.read_alarm
                (account, id, span, day, unit, synthetic, subjects, allowed, raised_at)
            VALUES (:account, :id, :span, :day, :unit, :synthetic, :subjects, :allowed, :at)
            ON CONFLICT (account, span, day) DO NOTHING
            """;
    private static final String FIND = """
            SELECT account, id, span, day, unit, synthetic, subjects, allowed, raised_at, note, answered_at, answered_by
            FROM identity.read_alarm WHERE id = :id
            """;
    private static final String ANSWER = """
            UPDATE identity.read_alarm SET note = :note, answered_at = :at, answered_by = :by
            WHERE account = :account AND id = :id AND note IS NULL
            """;

    /** Whether it was raised; not when there is one of the reader for that day. */
    boolean raise(ReadAlarm alarm) {
        return jdbc.sql(RAISE)
                        .param("account", alarm.account())
                        .param("id", alarm.id())
                        .param("span", alarm.span().name())
                        .param("day", alarm.day())
                        .param("unit", alarm.unit().value())
                        .param("synthetic", alarm.synthetic())
                        .param("subjects", alarm.count().subjects())
                        .param("allowed", alarm.count().allowed())
                        .param("at", alarm.count().raisedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<ReadAlarm> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(ReadAlarm.class)).optional();
    }

    /** Whether it was answered; not when somebody did before. */
    boolean answer(ReadAlarm alarm, String note, Instant at, UUID by) {
        return jdbc.sql(ANSWER)
                        .param("account", alarm.account())
                        .param("id", alarm.id())
                        .param("note", note)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }
}
