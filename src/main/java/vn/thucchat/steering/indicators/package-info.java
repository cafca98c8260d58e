/** Indicators: definitions, targets, figures, scorecards and reports. */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {
            "foundation.database",
            "foundation.calendar",
            "foundation.pages",
            "foundation.units",
            "foundation.identity",
            "foundation.work",
            "foundation.facts",
            "foundation.rollups",
            "foundation.files",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.steering.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
