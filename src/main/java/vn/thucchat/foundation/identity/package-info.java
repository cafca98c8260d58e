/**
 * Who somebody is and what they may do: accounts, sign-in, roles held in a unit and reaching the units below it, and
 * the log of who did what. Closed by default: {@link vn.thucchat.foundation.identity.Allow} opens a handler.
 * Administrators make accounts; who holds a role may make some below it ({@link
 * vn.thucchat.foundation.identity.Enrolments}). Tables in schema {@code identity}: account, role_grant, grant_request,
 * attempt, reset, reset_request, access_log, session. Records no facts, publishes no events.
 */
@ApplicationModule(
        displayName = "Identity",
        allowedDependencies = {"foundation.database", "foundation.pages", "foundation.sheets", "foundation.vietnamese"})
@NullMarked
package vn.thucchat.foundation.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
