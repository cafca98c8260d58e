/**
 * Accounts, their passwords and the roles that they hold. Administrators make accounts; who holds a role may make some
 * below it ({@link vn.thucchat.foundation.identity.accounts.Enrolments}). Tables in schema {@code identity}: account,
 * role_grant, grant_request, reset, reset_request. Records no facts, publishes no events. Routes: {@code /admin/accounts}.
 */
@ApplicationModule(
        displayName = "Accounts",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.purposes",
            "foundation.identity.throttling",
            "foundation.pages",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
