/**
 * Closes the accounts of officials who leave, by a spreadsheet: username and last day, looked at before it counts. Roles end
 * with that day and the account is closed, or both at once where the day has passed; what the unit has to do stays with the
 * unit. Table in schema {@code identity}: departure. Records no facts, publishes no events. Routes: {@code /admin/leavers}.
 */
@ApplicationModule(
        displayName = "Leavers",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accounts",
            "foundation.identity.factors",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.sheets"
        })
@NullMarked
package vn.thucchat.foundation.identity.leavers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
