package vn.thucchat.foundation.units;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/** Tells a unit's page what is known of the unit; the module that knows figures provides it. */
@FunctionalInterface
public interface UnitDigest {

    /** What everybody may see of a unit; empty when nothing is published of it. */
    Optional<Digest> of(Texts t, UnitCode unit);

    /**
     * A few numbers of one period.
     *
     * @param period in words
     * @param summary how many are behind, in words; empty where none can be judged
     * @param url all numbers of the unit and period
     */
    record Digest(String period, String summary, String url, List<Line> lines) {}

    /**
     * One number.
     *
     * @param value with its unit, in words
     * @param verdict how it stands, in words; null without a target
     * @param tone the class of the verdict's colour
     * @param against what it is held against, in words: its target and the path to it; empty without one
     */
    record Line(
            String name,
            String url,
            String value,
            Known known,
            @Nullable String verdict,
            String tone,
            String against) {}

    /**
     * How a number is known, for its badge.
     *
     * @param provenance as facts name it, which stand above units: {@code MEASURED}
     */
    record Known(String provenance, boolean synthetic, boolean derived) {}
}
