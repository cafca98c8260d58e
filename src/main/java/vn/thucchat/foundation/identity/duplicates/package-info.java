/**
 * Merges two records of one person and undoes merges: the record of an old card's number goes into the record of the
 * personal number. Two personal numbers are two persons by law and are never merged. A clerk proposes with paper and reason, an administrator of the province decides, the person is told at every address of
 * all accounts and may object. What was written of either stays where it is; {@link
 * vn.thucchat.foundation.identity.people.PersonAliases} says who answers for whom, so that undoing restores exactly what was.
 * Tables in schema {@code identity}: {@code person_merge}, {@code person_merge_act} (append-only). Each act and each look is
 * in the access log. Records no facts, publishes no events. Routes: {@code /counter/people/{id}/duplicates}, {@code
 * /admin/duplicates}, {@code /id/duplicates}.
 */
@ApplicationModule(
        displayName = "Duplicates",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.people",
            "foundation.identity.purposes",
            "foundation.identity.recovery",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.duplicates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
