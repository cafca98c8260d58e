package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code identity.reviewed_role} and {@code identity.review_decision}: both are appended to only. */
@Component
record ReviewedRoleStore(JdbcClient jdbc) {

    /** A person of a review. */
    record Reviewed(String name, UUID account) {}

    /** A decision on a role of one person. */
    record Decision(String unit, String role, ReviewedRole.Outcome outcome, Instant decidedAt) {}

    private static final String SNAPSHOT = """
            INSERT INTO identity.reviewed_role (unit, review, role_grant, account, role, since, ends_at, granted_by)
            SELECT g.unit, :review, g.id, g.account, g.role, least(g.from_at, :latest), g.ends_at,
                b.username
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account AND NOT a.disabled
            LEFT JOIN identity.account b ON b.id = g.granted_by
            WHERE g.unit = :unit AND a.synthetic = :synthetic AND g.until_at IS NULL
              AND (g.ends_at IS NULL OR g.ends_at > :now) AND g.role = ANY (:roles) AND g.from_at < :before
            """;
    private static final String PERSONS = """
            SELECT a.name, x.account
            FROM identity.reviewed_role x JOIN identity.account a ON a.id = x.account
            WHERE x.unit = :unit AND x.review = :review AND (a.name COLLATE "vi-x-icu", x.account) > (:name, :account)
            GROUP BY a.name, x.account
            ORDER BY a.name COLLATE "vi-x-icu", x.account LIMIT :limit
            """;
    private static final String SELECT = """
            SELECT x.role_grant, x.account, a.name, x.role, x.since, x.ends_at, x.granted_by,
                g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now) AS held,
                d.outcome, d.last_day, b.username AS decided_by, d.decided_at
            FROM identity.reviewed_role x
            JOIN identity.account a ON a.id = x.account
            JOIN identity.role_grant g ON g.id = x.role_grant
            LEFT JOIN identity.review_decision d
                ON d.unit = x.unit AND d.review = x.review AND d.role_grant = x.role_grant
            LEFT JOIN identity.account b ON b.id = d.decided_by
            WHERE x.unit = :unit AND x.review = :review
            """;
    private static final String OF_PERSONS = SELECT + """
             AND x.account = ANY (:accounts) ORDER BY a.name COLLATE "vi-x-icu", x.account, x.role_grant
            """;
    private static final String ONE = SELECT + " AND x.role_grant = :grant";
    private static final String DECIDED = SELECT + """
             AND d.outcome IS NOT NULL AND (d.decided_at, x.role_grant) > (:at, :grant)
            ORDER BY d.decided_at, x.role_grant LIMIT :limit
            """;
    private static final String WAITING = SELECT + """
             AND d.outcome IS NULL AND g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
              AND x.role <> :except
            ORDER BY x.role_grant LIMIT :limit
            """;
    private static final String DECISIONS = """
            SELECT x.unit, x.role, d.outcome, d.decided_at FROM identity.reviewed_role x
            JOIN identity.review_decision d ON d.unit = x.unit AND d.review = x.review AND d.role_grant = x.role_grant
            WHERE x.account = :account ORDER BY d.decided_at DESC LIMIT 1000
            """;
    private static final String DECIDE = """
            INSERT INTO identity.review_decision
                (unit, review, role_grant, outcome, last_day, decided_by, decided_at)
            VALUES (:unit, :review, :grant, :outcome, :lastDay, :by, :at)
            ON CONFLICT (unit, review, role_grant) DO NOTHING
            """;

    /** Copies the role grants held in the unit since before a moment into the review; caps {@code since} at {@code latest}. */
    int snapshot(
            ReviewStore.Due of, UUID review, Collection<String> roles, Instant before, Instant latest, Instant now) {
        return jdbc.sql(SNAPSHOT)
                .param("unit", of.unit().value())
                .param("synthetic", of.synthetic())
                .param("review", review)
                .param("roles", roles.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("latest", latest.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Lists the decisions on one account's roles, the newest first. */
    List<Decision> decisions(UUID account) {
        return jdbc.sql(DECISIONS)
                .param("account", account)
                .query(Rows.of(Decision.class))
                .list();
    }

    /** Lists the people of a review by name; {@code after} is the last person of the previous page. */
    List<Reviewed> persons(Review review, Reviewed after, int limit) {
        return jdbc.sql(PERSONS)
                .param("unit", review.unit().value())
                .param("review", review.id())
                .param("name", after.name())
                .param("account", after.account())
                .param("limit", limit)
                .query(Rows.of(Reviewed.class))
                .list();
    }

    List<ReviewedRole> of(Review review, Collection<UUID> accounts, Instant now) {
        return roles(OF_PERSONS, review, now)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(Rows.of(ReviewedRole.class))
                .list();
    }

    Optional<ReviewedRole> find(Review review, UUID grant, Instant now) {
        return roles(ONE, review, now)
                .param("grant", grant)
                .query(Rows.of(ReviewedRole.class))
                .optional();
    }

    /** In the order in which it was decided. */
    List<ReviewedRole> decided(Review review, Instant at, UUID grant, Instant now, int limit) {
        return roles(DECIDED, review, now)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("grant", grant)
                .param("limit", limit)
                .query(Rows.of(ReviewedRole.class))
                .list();
    }

    /** Lists roles other than {@code except} that are still held and have no decision. */
    List<ReviewedRole> waiting(Review review, String except, Instant now, int limit) {
        return roles(WAITING, review, now)
                .param("except", except)
                .param("limit", limit)
                .query(Rows.of(ReviewedRole.class))
                .list();
    }

    private JdbcClient.StatementSpec roles(String sql, Review review, Instant now) {
        return jdbc.sql(sql)
                .param("unit", review.unit().value())
                .param("review", review.id())
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** Whether it was decided; not when somebody did before. */
    boolean decide(
            Review review, UUID grant, ReviewedRole.Outcome outcome, @Nullable LocalDate lastDay, UUID by, Instant at) {
        return jdbc.sql(DECIDE)
                        .param("unit", review.unit().value())
                        .param("review", review.id())
                        .param("grant", grant)
                        .param("outcome", outcome.name())
                        .param("lastDay", lastDay)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
