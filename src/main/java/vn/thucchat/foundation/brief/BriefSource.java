package vn.thucchat.foundation.brief;

import java.time.Instant;
import java.util.Optional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Contributes a part to the brief of a leader. A room that has one declares a bean; the parts stand in the order of {@link
 * org.springframework.core.annotation.Order}.
 */
public interface BriefSource {

    /**
     * @param leader whose permissions decide what the part tells
     * @param unit the unit that the person leads
     * @return empty where the room has nothing to say of such a unit at all
     */
    Optional<BriefPart> of(Actor leader, Texts t, UnitCode unit, Asked asked);

    /**
     * What a brief is asked of.
     *
     * @param since when the person read the brief the time before
     * @param period as the address names it, for parts that speak of one; empty for the usual one
     */
    record Asked(Instant since, String period) {}
}
