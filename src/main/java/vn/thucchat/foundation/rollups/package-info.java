/**
 * Sums of facts, and the formulas that read them. Reads the log by position in large batches and keeps, in the
 * transaction that moves the position, what the facts come to by kind, unit, day (month, half-year), facets and
 * provenance, with exact sets of distinct subjects; so every fact counts exactly once, and a rebuild equals what is
 * there. A day's row also keeps its sums by the hour of the Vietnamese clock: as a part of the row they cost no rows
 * and no keys of their own, and a picture of hours reads as many rows as one of days. Rooms and indicators compute their numbers from here, by a {@link
 * vn.thucchat.foundation.rollups.Formula}: a market's number is the commune's with one facet more. Tables in schema
 * {@code rollups}: {@code roll_up} and {@code state} (shard key {@code unit}), {@code subject},
 * {@code roll_up_position}. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Roll-ups",
        allowedDependencies = {"foundation.database", "foundation.facts", "foundation.units"})
@NullMarked
package vn.thucchat.foundation.rollups;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
