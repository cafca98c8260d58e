/**
 * The log of what happened: facts are appended in the transaction of the act that they record, never changed, and
 * read by position. Table: {@code facts.fact}, shard key {@code unit}. Knows no other module's records: the module
 * that declares a kind says how its evidence is opened.
 */
@ApplicationModule(
        displayName = "Facts",
        allowedDependencies = {"foundation.database", "foundation.units"})
@NullMarked
package vn.thucchat.foundation.facts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
