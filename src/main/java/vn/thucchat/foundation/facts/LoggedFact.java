package vn.thucchat.foundation.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A fact in its place in the log.
 *
 * @param correctedDay the day of the fact that this one corrects (a correction may move it to another day); null when
 *     it corrects none
 */
public record LoggedFact(
        Position position, Fact fact, @Nullable LocalDate correctedDay) {}
