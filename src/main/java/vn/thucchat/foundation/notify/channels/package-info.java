/**
 * What leaves the platform, and by what: rooms declare kinds of notices ({@link
 * vn.thucchat.foundation.notify.channels.NoticeKind}), providers are {@link
 * vn.thucchat.foundation.notify.channels.OutgoingChannel} beans. While the demonstration is on nothing leaves: what would
 * have is kept and shown. Tables in schema {@code notify}: {@code kept_message}. Records no facts, publishes no events.
 * Routes: {@code /demonstration/outgoing}.
 */
@ApplicationModule(
        displayName = "Notify · channels",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.identity.access",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.notify.channels;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
