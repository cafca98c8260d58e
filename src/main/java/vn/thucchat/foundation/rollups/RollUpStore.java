package vn.thucchat.foundation.rollups;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.units.UnitCode;

/** Reads the roll-ups; how things stood is read by {@link StateStore}. */
@Component
record RollUpStore(JdbcClient jdbc) {

    /**
     * The cells of whole stretches; which of them belong to which term is found here, because the same cell is often in
     * several. {@code OFFSET 0} holds the planner to the index, where the cells of one stretch lie together.
     */
    private static final String CELLS = """
            SELECT r.kind, r.facets::text, r.unit, r.provenance, r.synthetic, r.count, r.amount,
                CASE WHEN r.kind = ANY (:subjectKinds::text[]) THEN r.subjects END
            FROM unnest(:grains::text[], :starts::date[]) AS p (grain, start)
            CROSS JOIN LATERAL (
                SELECT * FROM rollups.roll_up r
                WHERE r.grain = p.grain AND r.start = p.start
                    AND r.kind = ANY (:kinds::text[]) AND r.unit = ANY (:units::text[])
                OFFSET 0) r""";

    /** The cells of days. */
    private static final String DAY_CELLS = """
            FROM generate_series(:from::date, :to::date, interval '1 day') AS d (day)
            CROSS JOIN LATERAL (
                SELECT * FROM rollups.roll_up r
                WHERE r.grain = 'D' AND r.start = d.day::date AND r.kind = :kind
                    AND r.unit = ANY (:units::text[]) AND r.synthetic = :synthetic AND r.facets @> :filter::jsonb
                OFFSET 0) r
            """;

    /** By day; also by unit where it must be known how many subjects a unit's day has. */
    private static final String DAYS = """
            SELECT r.start, sum(r.count)::bigint, sum(r.amount)::bigint,
                CASE WHEN :each THEN NULL ELSE array_agg(r.subjects) FILTER (WHERE r.subjects IS NOT NULL) END
            """ + DAY_CELLS + """
            GROUP BY r.start, CASE WHEN :each THEN '' ELSE r.unit END""";

    private static final String HOURS = "SELECT r.start, r.unit, r.hours " + DAY_CELLS;

    private static final String SUBJECTS_OF_MONTHS = """
            SELECT r.start AS month, r.kind, r.facets::text AS facets, r.unit, r.synthetic, r.subjects
            FROM unnest(:months::date[]) AS p (month)
            CROSS JOIN LATERAL (
                SELECT * FROM rollups.roll_up r
                WHERE r.grain = 'M' AND r.start = p.month AND r.kind = ANY (:kinds::text[]) AND r.subjects IS NOT NULL
                OFFSET 0) r""";

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    /**
     * What the facts of each unit, from one day to another (both included), come to for each term. Terms of
     * {@link Measure#LAST} come to nothing here.
     */
    List<Sums.Sum> sums(List<Term> terms, Collection<UnitCode> units, LocalDate from, LocalDate to) {
        if (terms.isEmpty() || units.isEmpty()) return List.of();
        var adding = new SumBuilder(terms);
        List<RollUpGrain.Piece> pieces = RollUpGrain.pieces(from, to);
        jdbc.sql(CELLS)
                .param("grains", array(pieces, p -> p.grain().name()))
                .param("starts", array(pieces, p -> p.start().toString()))
                .param("units", array(units, UnitCode::value))
                .param("kinds", kinds(terms, Measure.COUNT, Measure.AMOUNT, Measure.SUBJECTS))
                .param("subjectKinds", kinds(terms, Measure.SUBJECTS))
                .query(adding::add);
        return adding.sums();
    }

    /**
     * Sums a term by day.
     *
     * @param fewest a unit's day with fewer distinct subjects is left out; 0: none is
     */
    SortedMap<LocalDate, Long> days(
            Term term, boolean synthetic, Collection<UnitCode> units, LocalDate from, LocalDate to, int fewest) {
        var days = new TreeMap<LocalDate, Long>();
        dayCells(DAYS, term, synthetic, units, from, to)
                .param("each", fewest == 0)
                .query(row -> {
                    if (fewest > 0 && subjects(row.getArray(4)) < fewest) return;
                    days.merge(
                            row.getObject(1, LocalDate.class),
                            row.getLong(term.measure() == Measure.AMOUNT ? 3 : 2),
                            Math::addExact);
                });
        return days;
    }

    /**
     * Sums a term by the hour of the day; empty while the sums by hour of some day are missing.
     *
     * @param each false: an hour of a unit's day with fewer than {@link RollUpHours#SUBJECTS} is left out
     */
    Optional<SortedMap<Integer, Long>> hours(
            Term term, boolean synthetic, Collection<UnitCode> units, LocalDate from, LocalDate to, boolean each) {
        record UnitDay(String unit, LocalDate day) {}
        var cells = new HashMap<UnitDay, RollUpHours>();
        var all = new UnitDay("", from);
        boolean known = dayCells(HOURS, term, synthetic, units, from, to)
                .query((row, number) -> {
                    byte @Nullable [] hours = row.getBytes(3);
                    var of = each ? all : new UnitDay(row.getString(2), row.getObject(1, LocalDate.class));
                    if (hours != null)
                        cells.computeIfAbsent(of, _ -> new RollUpHours()).add(hours);
                    return hours != null;
                })
                .list()
                .stream()
                .allMatch(it -> it);
        var sums = new TreeMap<Integer, Long>();
        for (RollUpHours cell : cells.values())
            cell.forEach((hour, count, amount, subjects) -> {
                if (each || subjects >= RollUpHours.SUBJECTS)
                    sums.merge(hour, term.measure() == Measure.AMOUNT ? amount : count, Math::addExact);
            });
        return known ? Optional.of(sums) : Optional.empty();
    }

    private JdbcClient.StatementSpec dayCells(
            String sql, Term term, boolean synthetic, Collection<UnitCode> units, LocalDate from, LocalDate to) {
        return jdbc.sql(sql)
                .param("from", from)
                .param("to", to)
                .param("kind", term.kind())
                .param("units", array(units, UnitCode::value))
                .param("synthetic", synthetic)
                .param("filter", JSON.writeValueAsString(term.filter()));
    }

    /** The subjects of each unit's facts of some kinds in each of twelve months. */
    List<Sums.MonthSubjects> subjects(Collection<String> kinds, Year year) {
        // facets repeat: each is read once
        var facets = new HashMap<String, Map<String, String>>();
        return jdbc.sql(SUBJECTS_OF_MONTHS)
                .param(
                        "months",
                        array(
                                List.of(Month.values()),
                                m -> year.atMonth(m).atDay(1).toString()))
                .param("kinds", kinds.toArray(String[]::new))
                .query((row, _) -> new Sums.MonthSubjects(
                        row.getObject("month", LocalDate.class).getMonth(),
                        row.getString("kind"),
                        facets.computeIfAbsent(row.getString("facets"), json -> JSON.readValue(json, FACETS)),
                        new UnitCode(row.getString("unit")),
                        row.getBoolean("synthetic"),
                        RollUpBitmap.read(row.getBytes("subjects"))))
                .list();
    }

    /** How many distinct ones there are in several bitmaps. */
    private static int subjects(java.sql.@Nullable Array bitmaps) throws SQLException {
        if (bitmaps == null) return 0;
        var all = new RoaringBitmap();
        for (byte[] bitmap : (byte[][]) bitmaps.getArray()) all.or(RollUpBitmap.read(bitmap));
        return all.getCardinality();
    }

    private static String[] kinds(List<Term> terms, Measure... measures) {
        List<Measure> wanted = List.of(measures);
        return terms.stream()
                .filter(t -> wanted.contains(t.measure()))
                .map(Term::kind)
                .distinct()
                .toArray(String[]::new);
    }

    private static <T> String[] array(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).toArray(String[]::new);
    }
}
