/**
 * Closing one's own account: what goes and what the law keeps is read from the purposes of all rooms, and deleted as for a
 * request for deletion ({@link vn.thucchat.foundation.identity.requests.PersonalDataDeletion}). Who holds a role or acts for
 * others hands it over first. A last message goes to every confirmed address. No tables, no facts, no events; sends {@code
 * identity.account-closed} to addresses. Routes: {@code /id/close}, {@code /account-closed}.
 */
@ApplicationModule(
        displayName = "Closing",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.factors",
            "foundation.identity.people",
            "foundation.identity.purposes",
            "foundation.identity.requests",
            "foundation.identity.sessions",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.closing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
