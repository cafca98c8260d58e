package vn.thucchat.foundation.brief;

import java.time.Instant;
import java.util.List;

/**
 * What a leader reads.
 *
 * @param unit the unit that the person leads, by name
 * @param since what is new is new since then
 */
public record Brief(String unit, Instant since, Instant now, List<BriefPart> parts) {}
