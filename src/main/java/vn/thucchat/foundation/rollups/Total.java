package vn.thucchat.foundation.rollups;

import java.math.BigDecimal;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import vn.thucchat.foundation.facts.Provenance;

/** The value of a term over several units, periods and provenances: numbers are added, sets of subjects united. */
public final class Total {

    private final Set<Provenance> provenances = EnumSet.noneOf(Provenance.class);
    private @Nullable BigDecimal number;
    private @Nullable RoaringBitmap subjects;

    /** @param share of the number that counts, or null: all of it. A set of subjects has no shares and counts whole */
    public void add(Sums.Sum sum, @Nullable BigDecimal share) {
        if (sum.subjects() == null) {
            add(sum.value(), sum.provenance(), share);
            return;
        }
        provenances.add(sum.provenance());
        subjects = subjects == null ? sum.subjects().clone() : RoaringBitmap.or(subjects, sum.subjects());
    }

    /** @param share of the amount that counts, or null: all of it */
    public void add(Sums.State state, @Nullable BigDecimal share) {
        add(state.amount(), state.provenance(), share);
    }

    private void add(long more, Provenance provenance, @Nullable BigDecimal share) {
        provenances.add(provenance);
        BigDecimal value = BigDecimal.valueOf(more);
        if (share != null) value = value.multiply(share);
        number = number == null ? value : number.add(value);
    }

    /** Null when nothing was added. */
    public @Nullable BigDecimal value() {
        return subjects == null ? number : BigDecimal.valueOf(subjects.getLongCardinality());
    }

    /** Those of everything that was added. */
    public Set<Provenance> provenances() {
        return provenances;
    }
}
