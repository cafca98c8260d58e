/**
 * Delivery of what leaves an act's transaction: messages are written to the outbox in that transaction and handed to
 * their channel afterwards, exactly once, by whichever process holds the lease. Also the parts that every sender needs:
 * {@link vn.thucchat.foundation.delivery.RetryBackoff}, {@link vn.thucchat.foundation.delivery.DispatchPool} (leases,
 * per-host limits), {@link vn.thucchat.foundation.delivery.DatabaseBulkhead}. The first channel is the in-app {@link
 * vn.thucchat.foundation.delivery.Inbox}; others hear of its messages ({@link
 * vn.thucchat.foundation.delivery.Inbox.Listener}) and say more about them ({@link
 * vn.thucchat.foundation.delivery.Inbox.Notes}). Tables in schema {@code delivery}, shard key {@code recipient}: {@code
 * outbox_message} (queue, poison list and ledger of hand-overs), {@code inbox_message}. Records no facts, publishes no
 * events. Gauges {@code delivery.outbox.*}, {@code delivery.handovers.overdue}. Routes: {@code /inbox}, {@code
 * /admin/deliveries}, {@code /admin/hand-overs}.
 */
@ApplicationModule(
        displayName = "Delivery",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.identity.purposes",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
