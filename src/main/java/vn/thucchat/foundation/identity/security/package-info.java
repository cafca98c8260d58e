/**
 * What every request passes before its handler: the filter chain, the check of {@link
 * vn.thucchat.foundation.identity.access.Allow}, refusals and their answers, quotas; and the description of the API. No
 * tables, no facts, no events, no routes of its own.
 */
@ApplicationModule(
        displayName = "Web security",
        allowedDependencies = {
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.factors",
            "foundation.identity.sessions",
            "foundation.identity.throttling",
            "foundation.pages",
            "foundation.sheets"
        })
@NullMarked
package vn.thucchat.foundation.identity.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
