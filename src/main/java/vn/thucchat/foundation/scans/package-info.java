/**
 * Photographs of papers made into one PDF that can be handed in: turned upright, the sheet cut out and straightened,
 * its shadows taken away, joined in order, and checked for whether it can be read. Has no tables: nothing is kept. Records
 * no facts, publishes no events. Routes: {@code /scans}.
 *
 * <p>Begin with {@link Scans}.
 */
@ApplicationModule(
        displayName = "Scans",
        allowedDependencies = {
            "foundation.files",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.scans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
