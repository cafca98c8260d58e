package vn.thucchat.steering.indicators;

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
final class RollUpSums {

    private record Key(int term, UnitCode unit, Provenance provenance, boolean synthetic) {}

    private record Kin(String kind, String facets, boolean state) {}

    private static final class Total {
        private long value;
        private @Nullable RoaringBitmap subjects;
    }

    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<Map<String, String>> FACETS = new TypeReference<>() {};

    private final List<Term> terms;
    private final Map<Key, Total> totals = new HashMap<>();
    private final Map<String, UnitCode> units = new HashMap<>();
    private final Map<Kin, int[]> termsOf = new HashMap<>();

    RollUpSums(List<Term> terms) {
        this.terms = terms;
    }

    /** A row of kind, unit, facets, provenance, synthetic, count, amount, subjects, and whether it is a state. */
    void add(ResultSet row) throws SQLException {
        var kin = new Kin(text(row, 1), text(row, 3), row.getBoolean(9));
        int[] belongsTo = termsOf.computeIfAbsent(kin, this::termsOf);
        if (belongsTo.length == 0) return;
        UnitCode unit = units.computeIfAbsent(text(row, 2), UnitCode::new);
        Provenance provenance = Provenance.valueOf(text(row, 4));
        boolean synthetic = row.getBoolean(5);
        for (int term : belongsTo) {
            Measure measure = terms.get(term).measure();
            byte @Nullable [] subjects = measure == Measure.SUBJECTS ? row.getBytes(8) : null;
            if (measure == Measure.SUBJECTS && subjects == null) continue;
            Total total = totals.computeIfAbsent(new Key(term, unit, provenance, synthetic), _ -> new Total());
            switch (measure) {
                case COUNT -> total.value = Math.addExact(total.value, row.getLong(6));
                case AMOUNT, LAST -> total.value = Math.addExact(total.value, row.getLong(7));
                case SUBJECTS -> {
                    RoaringBitmap set = RollUpBitmap.read(Objects.requireNonNull(subjects));
                    if (total.subjects == null) total.subjects = set;
                    else total.subjects.or(set);
                    total.value = total.subjects.getLongCardinality();
                }
            }
        }
    }

    List<RollUpStore.Sum> sums() {
        var sums = new ArrayList<RollUpStore.Sum>(totals.size());
        totals.forEach((key, total) -> sums.add(new RollUpStore.Sum(
                key.term(), key.unit(), key.provenance(), key.synthetic(), total.value, total.subjects)));
        return sums;
    }

    private int[] termsOf(Kin kin) {
        Map<String, String> facets = JSON.readValue(kin.facets(), FACETS);
        return IntStream.range(0, terms.size())
                .filter(i -> {
                    Term term = terms.get(i);
                    return term.kind().equals(kin.kind())
                            && (term.measure() == Measure.LAST) == kin.state()
                            && facets.entrySet().containsAll(term.filter().entrySet());
                })
                .toArray();
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Objects.requireNonNull(row.getString(column));
    }
}
