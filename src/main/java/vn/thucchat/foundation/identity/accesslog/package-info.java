/**
 * Who did what, append-only, sealed in a chain whose heads are anchored outside, and read by auditors within their reach.
 * Tables in schema {@code identity}: access_log, access_log_seal. Records no facts, publishes no events, serves no routes.
 */
@ApplicationModule(
        displayName = "Access log",
        allowedDependencies = {"foundation.database", "foundation.identity.access", "foundation.identity.throttling"})
@NullMarked
package vn.thucchat.foundation.identity.accesslog;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
