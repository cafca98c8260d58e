/**
 * Text messages by a brand name: handed to the gateway of {@code SMS_URL}, by HTTP in the published form of eSMS or by SMPP
 * 3.4, each under an id that stays the same at every try; what the network says later of a message is passed on. Counts the
 * parts that a text is charged for, with Vietnamese marks and without. Tables: none. Records no facts, publishes no events.
 * Routes: {@code /admin/notices/sms}, {@code /api/v1/one-click/sms} for gateways.
 */
@ApplicationModule(
        displayName = "Notify · SMS",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.notify.sms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
