/**
 * Money to what it pays for. The platform holds no money, banks and wallets do: it writes and reads their QR codes,
 * and reads their statements.
 * Table: {@code payments.bank} (who holds the accounts, by day). Records no facts, publishes no events yet.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "foundation.database",
            "foundation.pages",
            "foundation.units",
            "foundation.identity",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.foundation.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
