package vn.thucchat.steering.indicators;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Reads the roll-ups. */
@Repository
class RollUpStore {

    /**
     * What one unit's facts come to for one term; there is none where there are no facts.
     *
     * @param term the place of the term in the list asked for
     * @param subjects for {@link Measure#SUBJECTS} the subjects' numbers ({@code value} of them): unite them over units
     *     and periods, never add. Null for other measures
     */
    record Sum(
            int term,
            UnitCode unit,
            Provenance provenance,
            boolean synthetic,
            long value,
            @Nullable RoaringBitmap subjects) {}

    private record Key(int term, String unit, String provenance, boolean synthetic) {}

    /**
     * Added-up terms, sets of subjects, and states, in one go. Of a state the last amount on or before the last day
     * counts, whoever stated it: a report and a measurement of the same thing are not added up.
     */
    private static final String SUMS = """
            WITH term AS (
                SELECT t.term::integer AS term, t.kind COLLATE "C" AS kind, t.filter::jsonb AS filter, t.measure
                FROM unnest(:kinds::text[], :filters::text[], :measures::text[])
                    WITH ORDINALITY AS t (kind, filter, measure, term)),
            piece AS (SELECT * FROM unnest(:grains::text[], :starts::date[]) AS p (grain, start))
            SELECT t.term, r.unit, r.provenance, r.synthetic,
                sum(CASE t.measure WHEN 'COUNT' THEN r.count ELSE r.amount END)::bigint AS value,
                NULL::bytea AS subjects
            FROM piece p
            JOIN indicators.roll_up r ON r.grain = p.grain AND r.start = p.start
                AND r.kind = ANY (:sumKinds::text[]) AND r.unit = ANY (:units::text[])
            JOIN term t ON t.kind = r.kind AND t.measure IN ('COUNT', 'AMOUNT') AND r.facets @> t.filter
            GROUP BY t.term, r.unit, r.provenance, r.synthetic
            UNION ALL
            SELECT t.term, r.unit, r.provenance, r.synthetic, 0, r.subjects
            FROM piece p
            JOIN indicators.roll_up r ON r.grain = p.grain AND r.start = p.start
                AND r.kind = ANY (:subjectKinds::text[]) AND r.unit = ANY (:units::text[])
                AND r.subjects IS NOT NULL
            JOIN term t ON t.kind = r.kind AND t.measure = 'SUBJECTS' AND r.facets @> t.filter
            UNION ALL
            SELECT t.term, s.unit, s.provenance, s.synthetic, sum(s.amount)::bigint, NULL::bytea
            FROM (
                SELECT DISTINCT ON (kind, unit, facets, subject, synthetic)
                    kind, unit, facets, provenance, synthetic, amount
                FROM indicators.state
                WHERE kind = ANY (:lastKinds::text[]) AND unit = ANY (:units::text[]) AND day <= :to
                ORDER BY kind, unit, facets, subject, synthetic, day DESC, at DESC, provenance) s
            JOIN term t ON t.kind = s.kind AND t.measure = 'LAST' AND s.facets @> t.filter
            GROUP BY t.term, s.unit, s.provenance, s.synthetic""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient jdbc;

    RollUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What the facts of each unit, from one day to another (both included), come to for each term. */
    List<Sum> sums(List<Term> terms, Collection<UnitCode> units, LocalDate from, LocalDate to) {
        if (terms.isEmpty() || units.isEmpty()) return List.of();
        List<RollUpGrain.Piece> pieces = RollUpGrain.pieces(from, to);
        var sums = new ArrayList<Sum>();
        Map<Key, RoaringBitmap> sets = new HashMap<>();
        Map<String, UnitCode> codes = new HashMap<>();
        jdbc.sql(SUMS)
                .param("kinds", array(terms, Term::kind))
                .param("filters", array(terms, t -> JSON.writeValueAsString(t.filter())))
                .param("measures", array(terms, t -> t.measure().name()))
                .param("grains", array(pieces, p -> p.grain().name()))
                .param("starts", array(pieces, p -> p.start().toString()))
                .param("units", array(units, UnitCode::value))
                .param("sumKinds", kinds(terms, Measure.COUNT, Measure.AMOUNT))
                .param("subjectKinds", kinds(terms, Measure.SUBJECTS))
                .param("lastKinds", kinds(terms, Measure.LAST))
                .param("to", to)
                .query(row -> {
                    Key key = key(row);
                    byte @Nullable [] subjects = row.getBytes(6);
                    if (subjects == null) sums.add(sum(key, codes, row.getLong(5), null));
                    else sets.merge(key, RollUpBitmap.read(subjects), RollUpStore::united);
                });
        sets.forEach((key, set) -> sums.add(sum(key, codes, set.getLongCardinality(), set)));
        return sums;
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(
                row.getInt(1) - 1,
                Objects.requireNonNull(row.getString(2)),
                Objects.requireNonNull(row.getString(3)),
                row.getBoolean(4));
    }

    private static Sum sum(Key key, Map<String, UnitCode> codes, long value, @Nullable RoaringBitmap subjects) {
        return new Sum(
                key.term(),
                codes.computeIfAbsent(key.unit(), UnitCode::new),
                Provenance.valueOf(key.provenance()),
                key.synthetic(),
                value,
                subjects);
    }

    private static RoaringBitmap united(RoaringBitmap set, RoaringBitmap more) {
        set.or(more);
        return set;
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
