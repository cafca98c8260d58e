/**
 * Tells people outside of the platform what is in their inbox. When a message of a declared kind is stored there, a notice
 * is planned in the same transaction, by the first channel of the person's choice; the outbox carries it, each try is
 * kept, and what a channel does not take goes by the next. What is not urgent waits for the digest of whoever wants one. Opened, over or declined, it is not sent, and the page of the
 * message says so. Tables in schema {@code notify}, shard key {@code account}: {@code notice}, {@code digest},
 * {@code attempt} (append-only); {@code channel_warning}; {@code receipt}, by reference. Records facts {@code notice.ended}; publishes no events; sends {@code notify.channel-failing} to
 * administrators. Routes: {@code /notices}, {@code /admin/notices}, {@code /api/v1/one-click/notices}.
 */
@ApplicationModule(
        displayName = "Notify · notices",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.facts",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.accounts",
            "foundation.identity.security",
            "foundation.notify.channels",
            "foundation.notify.contacts",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.notify.notices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
