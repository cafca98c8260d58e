/**
 * Why the province holds data about people (Law 91/2025/QH15): each room states its purposes as beans, with what, who
 * receives it, how long and by which legal basis, in words of its own message files. A version of the words is known by
 * its hash. Declares the role of the data protection officer. No tables, records no facts, publishes no events. Routes:
 * {@code /id/purposes}.
 */
@ApplicationModule(
        displayName = "Purposes of data",
        allowedDependencies = {"foundation.database", "foundation.identity.access", "foundation.pages"})
@NullMarked
package vn.thucchat.foundation.identity.purposes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
