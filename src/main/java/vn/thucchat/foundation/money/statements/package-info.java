/**
 * Takes banks' statement files, each once, and compares each day with what was reported before. Tables: {@code
 * payments.csv_layout}; with the receiving account as shard key {@code payments.statement}, {@code statement_line}, {@code
 * statement_note}. Records no facts, publishes no events. Routes: {@code /money/accounts/…/statements}, {@code
 * /money/layouts}.
 */
@ApplicationModule(
        displayName = "Bank statements",
        allowedDependencies = {
            "foundation.database",
            "foundation.identity.access",
            "foundation.identity.accesslog",
            "foundation.money.accounts",
            "foundation.money.formats",
            "foundation.money.payments",
            "foundation.pages",
            "foundation.units"
        })
@NullMarked
package vn.thucchat.foundation.money.statements;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
