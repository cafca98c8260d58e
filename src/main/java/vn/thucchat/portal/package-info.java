/**
 * The front door: what a stranger sees of nation and province, how to take the data away, and what waits for each
 * person who works here. Composes what the modules below offer; has no tables, and nothing uses it.
 */
@ApplicationModule(
        displayName = "Portal",
        allowedDependencies = {
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.pages",
            "foundation.rollups",
            "foundation.units",
            "foundation.work",
            "steering.indicators.definitions",
            "steering.indicators.definitions :: words",
            "steering.indicators.figures",
            "steering.indicators.figures :: explorer",
            "steering.indicators.figures :: words"
        })
@NullMarked
package vn.thucchat.portal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
