/**
 * Receiving accounts of units and traders at banks, and the connections by which providers report what arrives on them:
 * opened, connected, and found by the bank and number that a message names. Tables: {@code payments.account}, {@code
 * connection}, {@code served_unit} (which units may use a connection). Records no facts, publishes no events. Routes:
 * {@code /money/connections}.
 */
@ApplicationModule(
        displayName = "Receiving accounts",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.money.vietqr",
            "foundation.pages",
            "foundation.units",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.money.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
