/**
 * Definitions, targets, figures, scorecards and reports: what the committee steers by, every number of it open down to
 * the facts that it was made of.
 */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {
            "foundation.database",
            "foundation.pages",
            "foundation.identity",
            "foundation.units",
            "foundation.facts",
            "foundation.files"
        })
@NullMarked
package vn.thucchat.steering.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
