package vn.thucchat.foundation.identity.leavers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.departure}. */
@Component
record DepartureStore(JdbcClient jdbc) {

    private static final String PUT = """
            INSERT INTO identity.departure (account, last_day, paper, made_by, made_at)
            VALUES (:account, :day, :paper, :by, :at)
            ON CONFLICT (account) DO UPDATE SET last_day = EXCLUDED.last_day, paper = EXCLUDED.paper,
                made_by = EXCLUDED.made_by, made_at = EXCLUDED.made_at
            """;
    private static final String DUE = """
            SELECT account FROM identity.departure WHERE last_day < :today ORDER BY last_day, account LIMIT :most
            """;
    // each by one process
    private static final String TAKE = """
            DELETE FROM identity.departure WHERE account = (
                SELECT account FROM identity.departure WHERE account = :account AND last_day < :today
                FOR UPDATE SKIP LOCKED)
            RETURNING account, last_day, paper, made_by
            """;
    private static final String LAST_DAYS =
            "SELECT account, last_day, paper, made_by FROM identity.departure WHERE account = ANY (:accounts)";

    private static final String DELETE = "DELETE FROM identity.departure WHERE account = :account";

    /** A last day that was entered. */
    record Departure(UUID account, LocalDate lastDay, String paper, UUID madeBy) {}

    void put(UUID account, LocalDate lastDay, String paper, UUID by, Instant at) {
        jdbc.sql(PUT)
                .param("account", account)
                .param("day", lastDay)
                .param("paper", paper)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The accounts whose last day has passed, the longest ago first. */
    List<UUID> due(LocalDate today, int most) {
        return List.copyOf(jdbc.sql(DUE)
                .param("today", today)
                .param("most", most)
                .query(UUID.class)
                .list());
    }

    /** Deletes and returns the departure of an account whose last day has passed; empty when another process holds its row. */
    Optional<Departure> take(UUID account, LocalDate today) {
        return jdbc.sql(TAKE)
                .param("account", account)
                .param("today", today)
                .query(Rows.of(Departure.class))
                .optional();
    }

    void delete(UUID account) {
        jdbc.sql(DELETE).param("account", account).update();
    }

    /** Lists the departures of some accounts. */
    List<Departure> of(Collection<UUID> accounts) {
        return jdbc.sql(LAST_DAYS)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(Rows.of(Departure.class))
                .list();
    }
}
