/**
 * What a province measures and what is to be reached: the dictionary of indicators, brought up to date from the rooms'
 * files at each start, and the targets of units with the documents that set them. Also the periods, roles, names and
 * quantities that the rooms of the corridor share.
 *
 * <p>Begin with {@link Indicators}, {@link Period} and {@link Targets}. What indicators came to is asked of {@link
 * IndicatorValues}, which {@code figures} brings.
 *
 * <p>Tables in schema {@code indicators}: {@code indicator}, {@code document}, {@code target}, {@code target_upload}.
 * Records no facts, publishes no events. Routes: {@code /indicators…}, {@code /targets…}, {@code /api/v1/indicators…}.
 */
@ApplicationModule(
        displayName = "Indicators: definitions",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.rollups",
            "foundation.search",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.steering.indicators.definitions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
