/**
 * Places and agencies, and how reforms merged and split them. Answers everywhere the one question: which units make
 * up unit X as of day D, in the boundaries of day E. Tables: {@code units.collection} (the files of one province each),
 * {@code units.version}, {@code units.succession}. Records no facts, publishes no events.
 */
@ApplicationModule(
        displayName = "Units",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.search",
            "foundation.sheets",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.units;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
