package vn.thucchat.foundation.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * One thing that happened, or how things stood.
 *
 * @param day the business date in Viet Nam
 * @param at the instant the act happened
 * @param subject who or what it is about, for counting distinct subjects exactly; null when about the unit itself
 * @param facets exactly the attributes that the kind declares
 * @param count how many acts it stands for: 1, or a total where a unit reported one; never negative
 * @param amount in the kind's unit; 0 when the kind has none
 * @param synthetic invented for demonstration; marked so wherever it appears, never mixed into a real figure
 * @param evidence the id of the owner's record that it came from
 * @param corrects the fact that this one takes the place of (same unit and kind), or null. A void is a correction of
 *     count and amount 0 without subject
 */
public record Fact(
        FactId id,
        String kind,
        UnitCode unit,
        LocalDate day,
        Instant at,
        @Nullable UUID subject,
        Map<String, String> facets,
        long count,
        long amount,
        Provenance provenance,
        boolean synthetic,
        UUID evidence,
        @Nullable FactId corrects) {

    public Fact {
        facets = Map.copyOf(facets);
    }

    /**
     * Makes the correction that leaves nothing in the place of this fact.
     *
     * @param at the instant of the act that takes it back, on the business date {@code on}
     */
    public Fact voided(FactId by, Instant at, LocalDate on) {
        return new Fact(by, kind, unit, on, at, null, facets, 0, 0, provenance, synthetic, evidence, id);
    }

    /** True for a correction that leaves nothing in the place of what it corrects. */
    public boolean isVoid() {
        return corrects != null && subject == null && count == 0 && amount == 0;
    }
}
