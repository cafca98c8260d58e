/**
 * What units state about indicators, and what becomes of it: rounds that ask for figures, submissions written by hand
 * or taken from a spreadsheet, their review and correction, and the statements that hold.
 *
 * <p>Begin with {@link Rounds}, {@link Submissions} and {@link UnitStatements}; what is odd about numbers is told by
 * {@link Plausibility}. Questions that wait for an officer are
 * asked of {@link OpenQuestions}, which {@code explanations} brings.
 *
 * <p>Tables in schema {@code indicators}: {@code round}, {@code round_indicator}, {@code submission}, {@code
 * submission_step}, {@code statement}, {@code statement_fact}, {@code
 * round_reminder}. Records {@code indicators.stated}, a fact for each
 * stated number that is accepted, as its receipt (ADR 009). Publishes no events. Routes: {@code /reporting…}, {@code
 * /submissions/{id}…}, {@code /review}, {@code /rounds…}.
 */
@ApplicationModule(
        displayName = "Indicators: reporting",
        allowedDependencies = {
            "foundation.calendar",
            "foundation.database",
            "foundation.delivery",
            "foundation.facts",
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.rollups",
            "foundation.sheets",
            "foundation.units",
            "foundation.vietnamese",
            "foundation.work",
            "steering.indicators.definitions :: requests",
            "steering.indicators.definitions :: words",
            "steering.indicators.definitions"
        })
@NullMarked
package vn.thucchat.steering.indicators.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
