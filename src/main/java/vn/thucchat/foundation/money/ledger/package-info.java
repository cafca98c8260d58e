/**
 * What is asked for on receiving accounts, and the books of accounts for charges by double entry: payables with their
 * reference codes, and transfers that are only added. Tables, with the receiving account as shard key: {@code
 * payments.payable}, {@code transfer}. Records no facts, publishes no events, serves no routes: whoever pays a payable
 * does.
 */
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"foundation.database", "foundation.money.accounts", "foundation.money.vietqr"})
@NullMarked
package vn.thucchat.foundation.money.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
