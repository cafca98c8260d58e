/**
 * Notices in browsers (RFC 8030): encrypted for the browser (RFC 8291), signed with a key of this installation (RFC 8292),
 * whose former ones go on signing for the browsers that know them. A browser is an address like any other, proved by itself;
 * one whose push service does not know it any more is broken, and its person is asked anew. Tables in schema {@code notify}:
 * {@code push_key}. Records no facts, publishes no events. Routes: {@code /id/browsers}.
 */
@ApplicationModule(
        displayName = "Notify · web push",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.notify.push;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
