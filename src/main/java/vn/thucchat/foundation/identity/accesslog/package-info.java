/**
 * Records who did what. Entries are only appended; a chain of seals, whose heads are kept outside the database, shows that
 * none was changed. Auditors read the entries of people within the reach of their role.
 * Tables in schema {@code identity}: access_log, access_log_seal. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Access log",
        allowedDependencies = {"foundation.database", "foundation.identity.access", "foundation.identity.throttling"})
@NullMarked
package vn.thucchat.foundation.identity.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
