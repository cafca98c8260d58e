/**
 * The pages and the API of those who keep the books of receiving accounts: list, balances, transactions, receipts and the
 * comparison with the bank of one account. Has no tables, records no facts, publishes no events. Routes: {@code
 * /money/accounts}, {@code /api/v1/payments}.
 */
@ApplicationModule(
        displayName = "Account books",
        allowedDependencies = {
            "foundation.identity.access",
            "foundation.identity.security",
            "foundation.money.accounts",
            "foundation.money.cashdesk",
            "foundation.money.ledger",
            "foundation.money.payments",
            "foundation.money.statements",
            "foundation.money.vietqr",
            "foundation.pages"
        })
@NullMarked
package vn.thucchat.foundation.money.books;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
