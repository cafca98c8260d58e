package vn.thucchat.foundation.rollups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Cell;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Writes {@code rollups.roll_up} and {@code rollups.state}. Each {@code LATERAL … OFFSET 0} holds the
 * planner to one look into the index per row: it cannot know how few the rows of a batch are beside the table.
 */
final class RollUpCellStore {

    /** The unit's facts of a kind in a half-year. */
    record Half(UnitCode unit, String kind, LocalDate start) {}

    private static final int ROWS = 20_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private static final String KEYS = """
            unnest(:grains::text[], :starts::date[], :kinds::text[], :units::text[], :facets::text[],
                :provenances::text[], :synthetics::boolean[]""";
    private static final String SETS = "SELECT k.row, r.subjects, r.hours FROM " + KEYS + """
                ) WITH ORDINALITY AS k (grain, start, kind, unit, facets, provenance, synthetic, row)
            CROSS JOIN LATERAL (
                SELECT subjects, hours FROM rollups.roll_up r
                WHERE r.grain = k.grain AND r.start = k.start AND r.kind = k.kind AND r.unit = k.unit
                    AND r.facets = k.facets::jsonb AND r.provenance = k.provenance AND r.synthetic = k.synthetic
                OFFSET 0) r
            WHERE r.subjects IS NOT NULL OR r.hours IS NOT NULL""";
    /** A day that was counted before hours were kept stays without them until all of it is counted again. */
    private static final String ADD = """
            INSERT INTO rollups.roll_up AS r
                (grain, start, kind, unit, facets, provenance, synthetic, count, amount, subjects, hours)
            SELECT k.grain, k.start, k.kind, k.unit, k.facets::jsonb, k.provenance, k.synthetic, k.count, k.amount,
                k.subjects, k.hours
            FROM\s""" + KEYS + """
                , :counts::bigint[], :amounts::bigint[], :subjects::bytea[], :hours::bytea[])
                AS k (grain, start, kind, unit, facets, provenance, synthetic, count, amount, subjects, hours)
            ON CONFLICT (grain, start, kind, unit, facets, provenance, synthetic) DO UPDATE
            SET count = r.count + excluded.count, amount = r.amount + excluded.amount,
                subjects = coalesce(excluded.subjects, r.subjects),
                hours = CASE WHEN r.hours IS NOT NULL THEN excluded.hours END""";

    private static final String DELETE_DAYS = """
            DELETE FROM rollups.roll_up r
            USING unnest(:units::text[], :kinds::text[], :days::date[]) AS c (unit, kind, day)
            WHERE r.grain = 'D' AND r.start = c.day AND r.kind = c.kind AND r.unit = c.unit""";
    private static final String DELETE_STATES = """
            DELETE FROM rollups.state s
            USING unnest(:units::text[], :kinds::text[], :days::date[]) AS c (unit, kind, day)
            WHERE s.day = c.day AND s.kind = c.kind AND s.unit = c.unit""";
    private static final String WITHOUT_HOURS = """
            SELECT DISTINCT unit, kind FROM rollups.roll_up
            WHERE grain = 'D' AND start = :day AND hours IS NULL""";
    private static final String DAY_BEFORE = """
            SELECT max(start) FROM rollups.roll_up WHERE grain = 'D' AND start < :day""";
    private static final String HALF_STARTS = """
            unnest(:units::text[], :kinds::text[], :starts::date[]) AS h (unit, kind, start)
            CROSS JOIN LATERAL generate_series(h.start, h.start + interval '6 months' - interval '1 day',
            """;
    private static final String DELETE_COARSE = "DELETE FROM rollups.roll_up r USING " + HALF_STARTS + """
                interval '1 month') AS g (month)
            WHERE r.grain IN ('M', 'S') AND r.start = g.month::date AND r.kind = h.kind AND r.unit = h.unit""";
    private static final String DAYS_OF_HALVES = """
            SELECT r.start, r.kind, r.unit, r.facets::text, r.provenance, r.synthetic, r.count, r.amount, r.subjects
            FROM\s""" + HALF_STARTS + """
                interval '1 day') AS g (day)
            CROSS JOIN LATERAL (
                SELECT * FROM rollups.roll_up r
                WHERE r.grain = 'D' AND r.start = g.day::date AND r.kind = h.kind AND r.unit = h.unit OFFSET 0) r""";
    private static final String PUT_STATES = """
            INSERT INTO rollups.state AS s (kind, unit, facets, subject, synthetic, day, provenance, at, amount)
            SELECT k.kind, k.unit, k.facets::jsonb, k.subject, k.synthetic, k.day, k.provenance, k.at, k.amount
            FROM unnest(:kinds::text[], :units::text[], :facets::text[], :subjects::uuid[], :synthetics::boolean[],
                :days::date[], :provenances::text[], :ats::timestamptz[], :amounts::bigint[])
                AS k (kind, unit, facets, subject, synthetic, day, provenance, at, amount)
            ON CONFLICT (kind, unit, facets, subject, synthetic, day, provenance) DO UPDATE
            SET at = excluded.at, amount = excluded.amount WHERE excluded.at >= s.at""";

    private final JdbcClient jdbc;

    RollUpCellStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds to what the table has. */
    void add(Map<RollUpCell.Key, RollUpCell> cells) {
        List<RollUpCell.Key> sorted =
                cells.keySet().stream().sorted(RollUpCell.Key.ORDER).toList();
        var facets = new Json();
        for (int from = 0; from < sorted.size(); from += ROWS) {
            List<RollUpCell.Key> keys = sorted.subList(from, Math.min(from + ROWS, sorted.size()));
            List<RollUpCell> values =
                    keys.stream().map(cells::get).map(Objects::requireNonNull).toList();
            byte[] @Nullable [] subjects = new byte[keys.size()][];
            byte[] @Nullable [] hours = new byte[keys.size()][];
            withKeys(SETS, keys, facets).query(row -> {
                subjects[row.getInt(1) - 1] = row.getBytes(2);
                hours[row.getInt(1) - 1] = row.getBytes(3);
            });
            for (int i = 0; i < keys.size(); i++) {
                subjects[i] = RollUpBitmap.with(subjects[i], values.get(i).subjects());
                hours[i] = values.get(i).hours(hours[i]);
            }
            withKeys(ADD, keys, facets)
                    .param(
                            "counts",
                            values.stream().mapToLong(RollUpCell::count).toArray())
                    .param(
                            "amounts",
                            values.stream().mapToLong(RollUpCell::amount).toArray())
                    .param("subjects", subjects)
                    .param("hours", hours)
                    .update();
        }
    }

    void deleteDays(Collection<Cell> cells) {
        for (String sql : List.of(DELETE_DAYS, DELETE_STATES))
            jdbc.sql(sql)
                    .param("units", array(cells, c -> c.unit().value()))
                    .param("kinds", array(cells, Cell::kind))
                    .param("days", array(cells, c -> c.day().toString()))
                    .update();
    }

    /** The cells of a day that were counted before hours were kept. */
    List<Cell> withoutHours(LocalDate day) {
        return jdbc.sql(WITHOUT_HOURS)
                .param("day", day)
                .query((row, number) -> new Cell(
                        new UnitCode(Objects.requireNonNull(row.getString("unit"))),
                        Objects.requireNonNull(row.getString("kind")),
                        day))
                .list();
    }

    /** The last day before another one that has cells. */
    @Nullable
    LocalDate dayBefore(LocalDate day) {
        return jdbc.sql(DAY_BEFORE)
                .param("day", day)
                .query((row, number) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single()
                .orElse(null);
    }

    void deleteCoarse(Collection<Half> halves) {
        withHalves(DELETE_COARSE, halves).update();
    }

    /** The days of half-years, as the table has them. */
    void days(Collection<Half> halves, BiConsumer<RollUpCell.Key, RollUpCell> each) {
        var facets = new HashMap<String, Map<String, String>>();
        withHalves(DAYS_OF_HALVES, halves).query(row -> {
            var cell = new RollUpCell();
            cell.add(row.getLong("count"), row.getLong("amount"));
            byte @Nullable [] subjects = row.getBytes("subjects");
            if (subjects != null) RollUpBitmap.read(subjects).forEach((int subject) -> cell.add(subject));
            each.accept(key(row, facets), cell);
        });
    }

    void put(Map<RollUpState.Key, RollUpState> states) {
        List<RollUpState.Key> all = List.copyOf(states.keySet());
        var facets = new Json();
        for (int from = 0; from < all.size(); from += ROWS) {
            List<RollUpState.Key> keys = all.subList(from, Math.min(from + ROWS, all.size()));
            List<RollUpState> values =
                    keys.stream().map(states::get).map(Objects::requireNonNull).toList();
            jdbc.sql(PUT_STATES)
                    .param("kinds", array(keys, RollUpState.Key::kind))
                    .param("units", array(keys, k -> k.unit().value()))
                    .param("facets", array(keys, k -> facets.of(k.facets())))
                    .param(
                            "subjects",
                            keys.stream().map(RollUpState.Key::subject).toArray(UUID[]::new))
                    .param(
                            "synthetics",
                            keys.stream().map(RollUpState.Key::synthetic).toArray(Boolean[]::new))
                    .param("days", array(keys, k -> k.day().toString()))
                    .param("provenances", array(keys, k -> k.provenance().name()))
                    .param(
                            "ats",
                            array(values, v -> v.at().atOffset(ZoneOffset.UTC).toString()))
                    .param(
                            "amounts",
                            values.stream().mapToLong(RollUpState::amount).toArray())
                    .update();
        }
    }

    private JdbcClient.StatementSpec withKeys(String sql, List<RollUpCell.Key> keys, Json facets) {
        return jdbc.sql(sql)
                .param("grains", array(keys, k -> k.grain().name()))
                .param("starts", array(keys, k -> k.start().toString()))
                .param("kinds", array(keys, RollUpCell.Key::kind))
                .param("units", array(keys, k -> k.unit().value()))
                .param("facets", array(keys, k -> facets.of(k.facets())))
                .param("provenances", array(keys, k -> k.provenance().name()))
                .param(
                        "synthetics",
                        keys.stream().map(RollUpCell.Key::synthetic).toArray(Boolean[]::new));
    }

    private JdbcClient.StatementSpec withHalves(String sql, Collection<Half> halves) {
        return jdbc.sql(sql)
                .param("units", array(halves, h -> h.unit().value()))
                .param("kinds", array(halves, Half::kind))
                .param("starts", array(halves, h -> h.start().toString()));
    }

    private static RollUpCell.Key key(ResultSet row, Map<String, Map<String, String>> facets) throws SQLException {
        return new RollUpCell.Key(
                RollUpGrain.D,
                Objects.requireNonNull(row.getObject("start", LocalDate.class)),
                Objects.requireNonNull(row.getString("kind")),
                new UnitCode(Objects.requireNonNull(row.getString("unit"))),
                facets.computeIfAbsent(
                        Objects.requireNonNull(row.getString("facets")),
                        json -> Map.copyOf(JSON.readValue(json, FACETS))),
                Provenance.valueOf(row.getString("provenance")),
                row.getBoolean("synthetic"));
    }

    private static <T> String[] array(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }

    /** Facets repeat: each is written once. */
    private static final class Json {
        private final Map<Map<String, String>, String> written = new HashMap<>();

        String of(Map<String, String> facets) {
            return written.computeIfAbsent(facets, JSON::writeValueAsString);
        }
    }
}
