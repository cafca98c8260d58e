/**
 * Spreadsheets and CSV: read from strangers' hands under limits, taken as imports with every bad cell named at once, and
 * written as templates and tables. Has no tables and no routes, and knows no module's business (ADR 005, ADR 008).
 */
@ApplicationModule(
        displayName = "Spreadsheets",
        allowedDependencies = {"foundation.pages", "foundation.vietnamese"})
@NullMarked
package vn.thucchat.foundation.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
