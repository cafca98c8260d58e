package vn.thucchat.foundation.brief;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** All SQL of the schema {@code brief}: when each leader read the brief, and which weeks were told. */
@Component
record BriefStore(JdbcClient jdbc) {

    /** @param before the time before the last one */
    record Visit(Instant at, Instant before) {}

    private static final String FIND = "SELECT at, before FROM brief.visit WHERE account = :account";

    // two processes may show the page to one person at once: the later of them changes nothing
    private static final String SEEN = """
            INSERT INTO brief.visit AS v (account, at, before) VALUES (:account, :at, :first)
            ON CONFLICT (account) DO UPDATE SET before = v.at, at = excluded.at WHERE v.at < :again
            """;

    private static final String WEEK =
            "INSERT INTO brief.week (monday, told_at) VALUES (:monday, :at) ON CONFLICT (monday) DO NOTHING";

    /** Records that leaders are notified of a week's brief; false when that was recorded before. */
    boolean tell(LocalDate monday, Instant at) {
        return jdbc.sql(WEEK)
                        .param("monday", monday)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Visit> find(UUID account) {
        return jdbc.sql(FIND)
                .param("account", account)
                .query(Rows.of(Visit.class))
                .optional();
    }

    /**
     * Notes that the brief was read.
     *
     * @param first from when on things are new to who reads it for the first time
     * @param again a visit after this one is the same one still
     */
    void seen(UUID account, Instant at, Instant first, Instant again) {
        jdbc.sql(SEEN)
                .param("account", account)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("first", first.atOffset(ZoneOffset.UTC))
                .param("again", again.atOffset(ZoneOffset.UTC))
                .update();
    }
}
