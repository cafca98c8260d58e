package vn.thucchat.steering.indicators;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Reads the roll-ups; how things stood is read by {@link StateStore}. */
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

    /**
     * The cells of whole stretches; which of them belong to which term is found here, because the same cell is often in
     * several. {@code OFFSET 0} holds the planner to the index, where the cells of one stretch lie together.
     */
    private static final String CELLS = """
            SELECT r.kind, r.facets::text, r.unit, r.provenance, r.synthetic, r.count, r.amount,
                CASE WHEN r.kind = ANY (:subjectKinds::text[]) THEN r.subjects END
            FROM unnest(:grains::text[], :starts::date[]) AS p (grain, start)
            CROSS JOIN LATERAL (
                SELECT * FROM indicators.roll_up r
                WHERE r.grain = p.grain AND r.start = p.start
                    AND r.kind = ANY (:kinds::text[]) AND r.unit = ANY (:units::text[])
                OFFSET 0) r""";

    private final JdbcClient jdbc;

    RollUpStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What the facts of each unit, from one day to another (both included), come to for each term. Terms of
     * {@link Measure#LAST} come to nothing here.
     */
    List<Sum> sums(List<Term> terms, Collection<UnitCode> units, LocalDate from, LocalDate to) {
        if (terms.isEmpty() || units.isEmpty()) return List.of();
        var adding = new RollUpSums(terms);
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
