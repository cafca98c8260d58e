/**
 * Records who did what. Entries are only appended; a chain of seals, whose heads are kept outside the database, shows that
 * none was changed. Lines that tell of reading a
 * person's data name that person, who can see them ({@link vn.thucchat.foundation.identity.accesslog.DataReads}). Auditors read the entries of people within the reach of their role.
 * Tables in schema {@code identity}: access_log, access_log_seal. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Access log",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.purposes",
            "foundation.identity.throttling",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.identity.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
