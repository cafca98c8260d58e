/**
 * What a person has a say in of how their data are used (Law 91/2025/QH15). So far: who looked at them, by the access
 * log's lines that name the person, and what the person says against a look, which an administrator of the reader's unit
 * answers as work with a due day; the days allowed are a rule of {@code foundation.work} that an office may state anew.
 * Table in schema {@code identity}: look_objection. Records no facts of its own, publishes no events. Routes: {@code
 * /id/looks}, {@code /admin/objections}, {@code /api/v1/me/access-log}.
 */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
