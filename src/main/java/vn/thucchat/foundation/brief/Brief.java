package vn.thucchat.foundation.brief;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a leader reads.
 *
 * @param unit the unit that the person leads, by name
 * @param since what is new is new since then
 */
public record Brief(String unit, Instant since, Instant now, List<BriefPart> parts) {

    /** The period that parts speak of; empty where none does. */
    public Optional<BriefPart.Periods> periods() {
        return parts.stream()
                .flatMap(part -> Optional.ofNullable(part.periods()).stream())
                .findFirst();
    }
}
