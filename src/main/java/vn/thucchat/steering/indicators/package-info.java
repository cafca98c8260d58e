/**
 * Indicators of a province and of the units in it: their definitions and targets, what units report in rounds and
 * reviewers accept, the figures that follow from statements and from facts, published in revisions, compared, explained
 * and put into reports.
 *
 * <p>Begin with {@link Indicators} and {@link Targets} (what is to be reached), {@link Rounds} and {@link Submissions}
 * (what is stated), {@link Figures} and {@link Publishing} (what is shown), {@link Explanations} and {@link Reports}.
 *
 * <p>Tables in schema {@code indicators}: {@code indicator}, {@code document}, {@code target}, {@code target_upload},
 * {@code round}, {@code round_indicator}, {@code submission}, {@code submission_step}, {@code statement}, {@code
 * statement_fact}, {@code figure}, {@code explanation}, {@code explanation_file}, {@code report}, {@code report_figure}.
 * Records a fact for each stated number that is accepted, as its receipt (ADR 009); publishes no events. Routes: {@code
 * /indicators}, {@code /figures}, {@code /scorecard}, {@code /compare}, {@code /reporting}, {@code /rounds}, {@code
 * /submissions}, {@code /targets}, {@code /explanations}, {@code /reports}, {@code /api/v1/indicators}, {@code
 * /api/v1/figures}.
 */
@ApplicationModule(
        displayName = "Indicators",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.charts",
            "foundation.database",
            "foundation.facts",
            "foundation.files",
            "foundation.identity",
            "foundation.pages",
            "foundation.papers",
            "foundation.rollups",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.steering.indicators;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
