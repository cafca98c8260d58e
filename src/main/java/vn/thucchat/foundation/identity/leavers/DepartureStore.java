package vn.thucchat.foundation.identity.leavers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The statements of {@code identity.departure}. */
@Component
record DepartureStore(JdbcClient jdbc) {

    private static final String PUT = """
            INSERT INTO identity.departure (account, last_day, paper, made_by, made_at)
            VALUES (:account, :day, :paper, :by, :at)
            ON CONFLICT (account) DO UPDATE SET last_day = EXCLUDED.last_day, paper = EXCLUDED.paper,
                made_by = EXCLUDED.made_by, made_at = EXCLUDED.made_at
            """;
    // each account by one process
    private static final String DUE = """
            DELETE FROM identity.departure WHERE account IN (
                SELECT account FROM identity.departure WHERE last_day < :today
                ORDER BY last_day LIMIT 100 FOR UPDATE SKIP LOCKED)
            RETURNING account
            """;

    void put(UUID account, LocalDate lastDay, String paper, UUID by, Instant at) {
        jdbc.sql(PUT)
                .param("account", account)
                .param("day", lastDay)
                .param("paper", paper)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes those whose last day has passed. */
    List<UUID> due(LocalDate today) {
        return List.copyOf(jdbc.sql(DUE).param("today", today).query(UUID.class).list());
    }
}
