/**
 * How days, numbers, đồng and names are typed, written, spoken and sorted in Việt Nam: one parser each, used by forms and
 * spreadsheets alike. Has no tables and no routes, and knows no module.
 */
@ApplicationModule(
        displayName = "Vietnamese texts and numbers",
        allowedDependencies = {})
@NullMarked
package vn.thucchat.foundation.vietnamese;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
