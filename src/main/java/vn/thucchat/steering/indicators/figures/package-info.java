/**
 * The values of indicators for units and periods: put together from statements, computed from facts, published in
 * revisions, held against targets, compared between units and opened down to the facts behind them.
 *
 * <p>Begin with {@link Figures}, {@link Publishing}, {@link Assessments} and {@link FigureEvidence}. Other rooms add
 * to a figure's page by {@link FigurePanel}.
 *
 * <p>Table in schema {@code indicators}: {@code figure}. Records no facts, publishes no events. Routes: {@code
 * /figures…}, {@code /scorecard}, {@code /compare/{indicator}}, {@code /statements/{id}…}, {@code /api/v1/figures…}.
 */
@ApplicationModule(
        displayName = "Indicators: figures",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.security",
            "foundation.pages",
            "foundation.rollups",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese",
            "steering.indicators.definitions",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words",
            "steering.indicators.reporting",
            "steering.indicators.reporting :: words"
        })
@NullMarked
package vn.thucchat.steering.indicators.figures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
