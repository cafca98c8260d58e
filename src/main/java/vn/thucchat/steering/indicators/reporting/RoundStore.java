package vn.thucchat.steering.indicators.reporting;

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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseText;
import vn.thucchat.steering.indicators.definitions.Period;

/** All SQL of {@code indicators.round}. */
@Component
record RoundStore(JdbcClient jdbc) {

    private static final String SELECT = """
            SELECT r.id, r.name, r.period, r.above, r.level, r.due, r.synthetic, r.opened_at,
                (SELECT array_agg(i.indicator ORDER BY i.indicator) FROM indicators.round_indicator i WHERE i.round = r.id)
                    AS indicators
            FROM indicators.round r
            """;

    private static final String FIND = SELECT + " WHERE r.id = :id";

    private static final String ALL = SELECT + " ORDER BY r.due DESC, r.id DESC";

    private static final String CALLERS = "SELECT DISTINCT above FROM indicators.round";

    // Names without marks, as VietnameseText folds what is looked for.
    private static final String LATEST = SELECT + """
             WHERE r.above = ANY (:above) AND r.synthetic = ANY (:kinds)
              AND (:words = '' OR r.above = ANY (:named) OR position(:words IN
                   translate(lower(regexp_replace(normalize(r.name, NFD), '[\u0300-\u036F]', '', 'g')), 'đĐ', 'dd')) > 0)
            ORDER BY r.due DESC, r.id DESC OFFSET :offset LIMIT :limit
            """;

    // Those of one day come together, so that what is missing of a day can be put in order. The periods of what was
    // returned are read once for all rounds.
    private static final String DUE_FROM = SELECT + """
             WHERE r.above = ANY (:above) AND r.synthetic = :synthetic AND r.due >= :from
              AND (r.id = ANY (:waiting)
                   OR r.period IN (SELECT p.period FROM indicators.submission p
                       WHERE p.unit = ANY (:units) AND p.synthetic = :synthetic AND p.state = 'RETURNED'))
            ORDER BY r.due FETCH FIRST 50 ROWS WITH TIES
            """;

    // Served by the unique key, which begins with the period.
    private static final String OF_PERIOD = SELECT + """
             WHERE r.period = :period AND r.synthetic = :synthetic
            ORDER BY r.due DESC, r.id DESC
            """;

    private static final String INSERT = """
            INSERT INTO indicators.round (id, name, period, above, level, due, synthetic, opened_at, opened_by)
            VALUES (:id, :name, :period, :above, :level, :due, :synthetic, :at, :by)
            ON CONFLICT DO NOTHING
            """;

    private static final String INSERT_INDICATORS =
            "INSERT INTO indicators.round_indicator (round, indicator) SELECT :round, unnest(:indicators::text[])";

    private static final String OWED = """
            SELECT asked.round, asked.unit,
                (SELECT count(*) FROM indicators.round_indicator i WHERE i.round = asked.round) AS owed,
                (SELECT count(*) FROM indicators.round_indicator i
                    JOIN indicators.statement s ON s.unit = asked.unit AND s.period = r.period
                        AND s.indicator = i.indicator AND s.synthetic = r.synthetic
                        AND s.accepted_at IS NOT NULL AND s.superseded_by IS NULL
                    WHERE i.round = asked.round) AS stated,
                (SELECT p.state FROM indicators.submission p
                    WHERE p.unit = asked.unit AND p.period = r.period AND p.synthetic = r.synthetic
                      AND p.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')) AS open
            FROM unnest(:rounds::uuid[], :units::text[]) AS asked (round, unit)
            JOIN indicators.round r ON r.id = asked.round
            """;

    // Counted once for all rounds and units together; both lists go in step.
    private static final String MISSING = """
            WITH asked AS (
                SELECT * FROM unnest(:rounds::uuid[], :units::text[]) AS asked (round, unit)
            ), owed AS (
                SELECT i.round, count(*) AS owed FROM indicators.round_indicator i WHERE i.round = ANY (:rounds)
                GROUP BY i.round
            ), stated AS (
                SELECT i.round, s.unit, count(*) AS stated
                FROM indicators.round r
                JOIN indicators.round_indicator i ON i.round = r.id
                JOIN indicators.statement s ON s.period = r.period AND s.indicator = i.indicator
                    AND s.synthetic = r.synthetic AND s.accepted_at IS NOT NULL AND s.superseded_by IS NULL
                WHERE r.id = ANY (:rounds) AND s.unit = ANY (:units)
                GROUP BY i.round, s.unit
            )
            SELECT asked.round, asked.unit, owed.owed, coalesce(stated.stated, 0) AS stated, p.state AS open
            FROM asked
            JOIN indicators.round r ON r.id = asked.round
            JOIN owed ON owed.round = asked.round
            LEFT JOIN stated ON stated.round = asked.round AND stated.unit = asked.unit
            LEFT JOIN indicators.submission p ON p.unit = asked.unit AND p.period = r.period
                AND p.synthetic = r.synthetic AND p.state IN ('DRAFT', 'SUBMITTED', 'RETURNED')
            WHERE coalesce(stated.stated, 0) < owed.owed AND p.state IS DISTINCT FROM 'SUBMITTED'
              AND (:due::date IS NULL
                   OR (r.due, asked.unit, asked.round) > (:due::date, :afterUnit::text, :afterRound::uuid))
            ORDER BY r.due, asked.unit, asked.round
            LIMIT :limit
            """;

    Optional<Round> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Round.class)).optional();
    }

    /** Of every office, real and invented. */
    List<Round> all() {
        return jdbc.sql(ALL).query(Rows.of(Round.class)).list();
    }

    /** Codes of the units that ever called for figures. */
    List<String> callers() {
        return jdbc.sql(CALLERS).query((row, number) -> row.getString("above")).list();
    }

    /**
     * Rounds of some callers, the latest due first.
     *
     * @param kinds true for invented rounds, false for real ones
     * @param sought what their names contain
     */
    List<Round> latest(
            Collection<String> above, Collection<Boolean> kinds, Rounds.Sought sought, int offset, int limit) {
        return jdbc.sql(LATEST)
                .param("words", VietnameseText.fold(sought.words()))
                .param("named", sought.units().stream().map(UnitCode::value).toArray(String[]::new))
                .param("above", above.toArray(String[]::new))
                .param("kinds", kinds.toArray(Boolean[]::new))
                .param("offset", offset)
                .param("limit", limit)
                .query(Rows.of(Round.class))
                .list();
    }

    /** Which rounds units may still have something to do for. */
    record Unsettled(
            Collection<String> callers, boolean synthetic, Collection<UUID> waiting, Collection<String> units) {}

    /**
     * Reads some dozens of rounds that are due on a day or later, the earliest first; all or none of a day. Others than
     * those that wait for a report, or for the correction of one, are left out.
     */
    List<Round> dueFrom(LocalDate from, Unsettled of) {
        return jdbc.sql(DUE_FROM)
                .param("from", from)
                .param("above", of.callers().toArray(String[]::new))
                .param("synthetic", of.synthetic())
                .param("waiting", of.waiting().toArray(UUID[]::new))
                .param("units", of.units().toArray(String[]::new))
                .query(Rows.of(Round.class))
                .list();
    }

    /** All that call for figures of a period, of whatever office, the latest due first. */
    List<Round> of(Period period, boolean synthetic) {
        return jdbc.sql(OF_PERIOD)
                .param("period", period.code())
                .param("synthetic", synthetic)
                .query(Rows.of(Round.class))
                .list();
    }

    /** False when the same call was made before. */
    boolean insert(Round round, Actor by) {
        boolean opened = jdbc.sql(INSERT)
                        .param("id", round.id())
                        .param("name", round.name())
                        .param("period", round.period().code())
                        .param("above", round.above().value())
                        .param("level", round.level().name())
                        .param("due", round.due())
                        .param("synthetic", round.synthetic())
                        .param("at", round.openedAt().atOffset(ZoneOffset.UTC))
                        .param("by", by.account())
                        .update()
                == 1;
        if (opened)
            jdbc.sql(INSERT_INDICATORS)
                    .param("round", round.id())
                    .param("indicators", round.indicators().toArray(String[]::new))
                    .update();
        return opened;
    }

    /** What each unit owes of each round; the two lists go in step. */
    List<Round.Owed> owed(List<UUID> rounds, List<UnitCode> units) {
        return jdbc.sql(OWED)
                .param("rounds", rounds.toArray(UUID[]::new))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .query(Rows.of(Round.Owed.class))
                .list();
    }

    /** Of these rounds and units, which go in step: who still has to do something, the most overdue first. */
    List<Round.Owed> missing(List<UUID> rounds, List<UnitCode> units, Rounds.@Nullable Place after, int limit) {
        return jdbc.sql(MISSING)
                .param("rounds", rounds.toArray(UUID[]::new))
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("due", after == null ? null : after.due())
                .param("afterUnit", after == null ? null : after.unit().value())
                .param("afterRound", after == null ? null : after.round())
                .param("limit", limit)
                .query(Rows.of(Round.Owed.class))
                .list();
    }
}
