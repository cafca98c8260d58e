/**
 * The ground under the modules: the embedded PostgreSQL of a small installation, ids, the clock, and the
 * scheduler's tables (schema {@code ground}); and what seals secrets, with the ids of the keys that did ({@code
 * ground.seal_key}). Knows no module.
 */
@ApplicationModule(
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package vn.thucchat.foundation.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
