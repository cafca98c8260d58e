/**
 * Acting for somebody: a person who represents a child, another person, a household or a company says so in a session,
 * and every page shows it until they end it. The representation is looked up at each request, so that it ends in the same
 * second for every process. Handlers are closed to who acts for another unless they say otherwise ({@link
 * vn.thucchat.foundation.identity.access.Allow#acting()}). Whoever represents
 * somebody may carry that in a wallet. No tables, no facts, no events. Routes: {@code /id/acting}.
 */
@ApplicationModule(
        displayName = "Acting for somebody",
        allowedDependencies = {
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.credentials",
            "foundation.identity.people",
            "foundation.identity.sessions",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.acting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
