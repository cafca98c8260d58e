package vn.thucchat.steering.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.UnitKind;

/** All SQL of {@code indicators.round}. */
@Repository
class RoundStore {

    private static final String SELECT = """
            SELECT r.id, r.name, r.period, r.above, r.level, r.due, r.synthetic, r.opened_at,
                (SELECT array_agg(i.indicator ORDER BY i.indicator) FROM indicators.round_indicator i WHERE i.round = r.id)
                    AS indicators
            FROM indicators.round r
            """;

    private static final String FIND = SELECT + " WHERE r.id = :id";

    // A round or two in a month: this is some years of them.
    private static final String LATEST = SELECT + " ORDER BY r.due DESC, r.id DESC LIMIT 200";

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

    private final JdbcClient jdbc;

    RoundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Round> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(RoundStore::round).optional();
    }

    /** The latest due first. */
    List<Round> latest() {
        return jdbc.sql(LATEST).query(RoundStore::round).list();
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
                .query((row, number) -> {
                    String open = row.getString("open");
                    return new Round.Owed(
                            row.getObject("round", UUID.class),
                            new UnitCode(row.getString("unit")),
                            row.getInt("owed"),
                            row.getInt("stated"),
                            open == null ? null : Submission.State.valueOf(open));
                })
                .list();
    }

    private static Round round(ResultSet row, int number) throws SQLException {
        return new Round(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Period.of(row.getString("period")),
                new UnitCode(row.getString("above")),
                UnitKind.Level.valueOf(row.getString("level")),
                row.getObject("due", LocalDate.class),
                row.getBoolean("synthetic"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                List.of((String[]) row.getArray("indicators").getArray()));
    }
}
