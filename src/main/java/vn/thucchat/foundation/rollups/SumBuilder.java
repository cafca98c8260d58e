package vn.thucchat.foundation.rollups;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/** Adds cells up to the terms that they belong to. */
final class SumBuilder {

    /** Whose sums, one for each term. */
    private record Whose(String unit, String provenance, boolean synthetic) {}

    private static final class Total {
        private long value;
        private @Nullable RoaringBitmap subjects;

        void add(long more) {
            value = Math.addExact(value, more);
        }

        void unite(RoaringBitmap more) {
            if (subjects == null) subjects = more;
            else subjects.or(more);
        }

        long value() {
            return subjects == null ? value : subjects.getLongCardinality();
        }
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private final List<Term> terms;
    private final Map<Whose, @Nullable Total[]> totals = new HashMap<>();
    /** By kind and facets, as one text. */
    private final Map<String, int[]> termsOfCells = new HashMap<>();

    SumBuilder(List<Term> terms) {
        this.terms = terms;
    }

    /** A row of kind, facets, unit, provenance, synthetic, count, amount and subjects. */
    void add(ResultSet row) throws SQLException {
        String kind = text(row, 1);
        String facets = text(row, 2);
        int[] belongsTo = termsOfCells.computeIfAbsent(kind + facets, _ -> termsOf(kind, facets));
        if (belongsTo.length == 0) return;
        var whose = new Whose(text(row, 3), text(row, 4), row.getBoolean(5));
        @Nullable Total[] sums = totals.computeIfAbsent(whose, _ -> new Total[terms.size()]);
        for (int term : belongsTo) {
            Total total = sums[term] == null ? new Total() : sums[term];
            switch (terms.get(term).measure()) {
                case COUNT -> total.add(row.getLong(6));
                case AMOUNT -> total.add(row.getLong(7));
                case SUBJECTS -> {
                    byte @Nullable [] subjects = row.getBytes(8);
                    if (subjects == null) continue;
                    total.unite(RollUpBitmap.read(subjects));
                }
                case LAST -> throw new IllegalStateException("How things stood is no sum");
            }
            sums[term] = total;
        }
    }

    List<Sums.Sum> sums() {
        var sums = new ArrayList<Sums.Sum>();
        totals.forEach((whose, ofTerms) -> {
            var unit = new UnitCode(whose.unit());
            Provenance provenance = Provenance.valueOf(whose.provenance());
            for (int term = 0; term < ofTerms.length; term++) {
                Total total = ofTerms[term];
                if (total != null)
                    sums.add(new Sums.Sum(term, unit, provenance, whose.synthetic(), total.value(), total.subjects));
            }
        });
        return sums;
    }

    private int[] termsOf(String kind, String json) {
        Map<String, String> facets = JSON.readValue(json, FACETS);
        return IntStream.range(0, terms.size())
                .filter(i -> {
                    Term term = terms.get(i);
                    return term.measure() != Measure.LAST && term.selects(kind, facets);
                })
                .toArray();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
