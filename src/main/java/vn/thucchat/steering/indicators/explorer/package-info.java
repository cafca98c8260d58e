/**
 * The explorer of a figure: one value looked at on a map, through time, beside other units and as a table; as a picture
 * to keep, and framed by other sites.
 *
 * <p>No tables, no facts, no events. It stands on the page of a figure by {@code FigureExplorer}. Routes: {@code
 * /figures/{indicator}/{unit}/{period}/map.svg} (also {@code time}, {@code units}, and {@code .png}), {@code
 * …/now}, {@code /embed/figures/…}, {@code /compare/{indicator}} (the address of comparisons before there was an
 * explorer).
 */
@ApplicationModule(
        displayName = "Indicators: explorer",
        allowedDependencies = {
            "foundation.brief",
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.maps",
            "foundation.pages",
            "foundation.papers",
            "foundation.rollups",
            "foundation.units",
            "foundation.vietnamese",
            "steering.indicators.definitions",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words",
            "steering.indicators.figures",
            "steering.indicators.figures :: explorer",
            "steering.indicators.figures :: words"
        })
@NullMarked
package vn.thucchat.steering.indicators.explorer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
