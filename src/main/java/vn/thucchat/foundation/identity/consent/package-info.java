/**
 * What a person has a say in of how their data are used (Law 91/2025/QH15). Consents, each to one purpose, with the words
 * that were read and a proof, and their withdrawals; rooms ask {@link vn.thucchat.foundation.identity.consent.Consents}
 * before they act. Who looked at a person's data, by the access log's lines that name them, and what they say against a
 * look, which an administrator of the reader's unit answers as work with a due day; the days allowed are a rule of {@code
 * foundation.work} that an office may state anew. Tables in schema {@code identity}: look_objection; consent_act and
 * purpose_text, append-only. Records no facts of its own, publishes no events. Routes: {@code /id/consents}, {@code
 * /api/v1/me/consents}, {@code /id/looks}, {@code /admin/objections}, {@code /api/v1/me/access-log}.
 */
@ApplicationModule(
        displayName = "Consent",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.units",
            "foundation.work"
        })
@NullMarked
package vn.thucchat.foundation.identity.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
