/**
 * Explanations that leaders ask of units about figures, and the answers ("yêu cầu giải trình"); both stay with the
 * figure.
 *
 * <p>Begin with {@link Explanations}. It shows a panel on the figure's page and a list among what waits for an officer
 * who reports.
 *
 * <p>Tables in schema {@code indicators}: {@code explanation}, {@code explanation_exchange}, {@code
 * explanation_file}, {@code explanation_recipient}. Records no facts, publishes no events. Routes: {@code /explanations…}.
 */
@ApplicationModule(
        displayName = "Indicators: explanations",
        allowedDependencies = {
            "foundation.brief",
            "foundation.calendar",
            "foundation.database",
            "foundation.delivery",
            "foundation.facts",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words",
            "steering.indicators.definitions",
            "steering.indicators.figures :: words",
            "steering.indicators.figures",
            "steering.indicators.reporting"
        })
@NullMarked
package vn.thucchat.steering.indicators.explanations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
