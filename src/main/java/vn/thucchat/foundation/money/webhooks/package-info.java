/**
 * Webhooks: tell the software of an account's owner of every payment that came in, {@code payment.received}, signed
 * (Standard Webhooks), in the order of the transactions and at least once. Outgoing transactions are passed over: they
 * are what the owner spends, and a bank's reversal of a payment cannot be told from them. Tables, with the receiving
 * account as shard key: {@code payments.webhook}, {@code delivery}, {@code skipped_message}. Records no facts, publishes
 * no events, serves no routes: the rooms whose accounts they are do.
 */
@ApplicationModule(
        displayName = "Webhooks",
        allowedDependencies = {
            "foundation.database",
            "foundation.delivery",
            "foundation.http",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.money.accounts",
            "foundation.money.payments",
            "foundation.vietnamese"
        })
@NullMarked
package vn.thucchat.foundation.money.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
