/**
 * Lets people back in who have lost the device by which they sign in. A clerk who compared card and face gives a link that
 * holds for minutes; or the owner gives two proofs of different kinds and waits, while a message to each of their addresses
 * says how to stop it. Either ends with a new password, which ends all sessions and takes all former factors. Accounts whose
 * roles ask for a second factor go to administrators ({@code factors}). Tables in schema {@code identity}: recovery,
 * recovery_sending. Records no facts, publishes no events. Routes: {@code /recover}, {@code /stop-recovery}, {@code
 * /id/recovery}, {@code /counter/people/{id}/recovery}.
 */
@ApplicationModule(
        displayName = "Recovery",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.factors",
            "foundation.identity.people",
            "foundation.identity.purposes",
            "foundation.identity.retention",
            "foundation.identity.sessions",
            "foundation.identity.throttling",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.pages",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.foundation.identity.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
