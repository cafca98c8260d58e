/**
 * Reports of a unit's published figures of a period: ordered by its steering office, built by a job that survives a
 * restart, and kept as they are.
 *
 * <p>Begin with {@link Reports}. {@code ReportFigures} gathers what goes into one.
 *
 * <p>Tables in schema {@code indicators}: {@code report}, {@code report_figure}. Records no facts, publishes no
 * events. Routes: {@code /reports…}.
 */
@ApplicationModule(
        displayName = "Indicators: reports",
        allowedDependencies = {
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.pages",
            "foundation.papers",
            "foundation.search",
            "foundation.sheets",
            "foundation.units",
            "steering.indicators.definitions",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words",
            "steering.indicators.explanations",
            "steering.indicators.explorer :: pictures",
            "steering.indicators.figures",
            "steering.indicators.figures :: explorer",
            "steering.indicators.figures :: words",
            "steering.indicators.reporting"
        })
@NullMarked
package vn.thucchat.steering.indicators.reports;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
