package vn.thucchat.foundation.identity.reviews;

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
import vn.thucchat.foundation.units.UnitCode;

/** The statements of {@code identity.access_review}. */
@Component
record ReviewStore(JdbcClient jdbc) {

    /** A unit with officials who hold roles, real or invented, and no review yet in a quarter. */
    record Due(UnitCode unit, boolean synthetic) {}

    private static final String DUE = """
            SELECT DISTINCT g.unit, a.synthetic
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account AND NOT a.disabled
            WHERE g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
              AND g.role = ANY (:roles) AND g.from_at < :before
              AND NOT EXISTS (SELECT 1 FROM identity.access_review r
                  WHERE r.unit = g.unit AND r.quarter = :quarter AND r.synthetic = a.synthetic)
            ORDER BY g.unit, a.synthetic LIMIT :limit
            """;
    private static final String INSERT = """
            INSERT INTO identity.access_review (unit, id, quarter, synthetic, begun_on, due_on)
            VALUES (:unit, :id, :quarter, :synthetic, :begun, :due)
            ON CONFLICT (unit, quarter, synthetic) DO NOTHING
            """;
    private static final String SELECT = """
            SELECT r.unit, r.id, r.quarter, r.synthetic, r.begun_on, r.due_on, r.closed_at, n.roles, n.decided, n.ended
            FROM identity.access_review r CROSS JOIN LATERAL (
                SELECT count(*) AS roles, count(d.outcome) AS decided,
                    count(*) FILTER (WHERE d.outcome IS NULL AND NOT
                        (g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now))) AS ended
                FROM identity.reviewed_role x
                JOIN identity.role_grant g ON g.id = x.role_grant
                LEFT JOIN identity.review_decision d
                    ON d.unit = x.unit AND d.review = x.review AND d.role_grant = x.role_grant
                WHERE x.unit = r.unit AND x.review = r.id) n
            """;
    private static final String ONE = SELECT + " WHERE r.id = :id";
    private static final String LIST = SELECT + """
            WHERE r.unit = ANY (:units) AND (r.synthetic OR NOT :syntheticOnly) AND r.id < :before
            ORDER BY r.id DESC LIMIT :limit
            """;
    private static final String OPEN = SELECT + """
            WHERE r.closed_at IS NULL AND r.id > :after ORDER BY r.id LIMIT :limit
            """;
    private static final String CLOSE =
            "UPDATE identity.access_review SET closed_at = :at WHERE unit = :unit AND id = :id AND closed_at IS NULL";
    private static final String MARK_ESCALATED =
            "UPDATE identity.access_review SET told_at = :at WHERE unit = :unit AND id = :id AND told_at IS NULL";

    List<Due> due(Quarter quarter, Collection<String> roles, Instant before, Instant now, int limit) {
        return jdbc.sql(DUE)
                .param("quarter", quarter.code())
                .param("roles", roles.toArray(String[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Rows.of(Due.class))
                .list();
    }

    /** Whether it was inserted; not when the unit has one of the quarter already. */
    boolean insert(Due of, UUID id, Quarter quarter, LocalDate begun, LocalDate due) {
        return jdbc.sql(INSERT)
                        .param("unit", of.unit().value())
                        .param("id", id)
                        .param("quarter", quarter.code())
                        .param("synthetic", of.synthetic())
                        .param("begun", begun)
                        .param("due", due)
                        .update()
                == 1;
    }

    Optional<Review> find(UUID id, Instant now) {
        return jdbc.sql(ONE)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .query(Rows.of(Review.class))
                .optional();
    }

    /** The newest first; {@code before} is the last of the page before. */
    List<Review> list(Collection<String> units, boolean syntheticOnly, UUID before, Instant now, int limit) {
        return jdbc.sql(LIST)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("units", units.toArray(String[]::new))
                .param("syntheticOnly", syntheticOnly)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(Review.class))
                .list();
    }

    /** Lists open reviews by id; {@code after} is the last id of the previous batch. */
    List<Review> open(UUID after, Instant now, int limit) {
        return jdbc.sql(OPEN)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(Review.class))
                .list();
    }

    /** Whether it was closed; not when it was before. */
    boolean close(Review review, Instant at) {
        return at(CLOSE, review, at);
    }

    /** Marks the review as escalated; false if it was already. */
    boolean markEscalated(Review review, Instant at) {
        return at(MARK_ESCALATED, review, at);
    }

    private boolean at(String sql, Review review, Instant at) {
        return jdbc.sql(sql)
                        .param("unit", review.unit().value())
                        .param("id", review.id())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
