/**
 * People as the law knows them, by their personal identification numbers, and who may act for whom. An account is how
 * somebody signs in; a person may have several accounts, or none: who has no smartphone is served at a counter, where a
 * clerk reads the card. Numbers are sealed and found by a mark; a page shows the first and last three digits. Tables in
 * schema {@code identity}: {@code person}, {@code person_alias} (who answers for whom, where two are one), {@code
 * account_person}, {@code representation}; each look at a person and each
 * change is in the access log, with its purpose. Records no facts, publishes no events. Routes: {@code /counter}, {@code
 * /id/person}.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.identity.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
