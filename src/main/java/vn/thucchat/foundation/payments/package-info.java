/**
 * Money to what it pays for. The platform holds no money, banks and wallets do: it writes and reads their QR codes,
 * hears from them or reads in their statements what arrived, and says what that paid; collectors take cash against
 * receipts, and those who keep the books decide what is not clear and compare each day with the bank. Software of
 * an account's owner is told of every payment that came in ({@link vn.thucchat.foundation.money.webhooks.Webhooks}):
 * {@code payment.received}, signed, in the order of the movements and at least once. What goes out is passed over: it
 * is what the owner spends, and the bank's taking back of a payment cannot be told from it. Tables: {@code
 * payments.bank} (who holds the accounts, by day), {@code connection}, {@code served_unit} (which units
 * may use it), {@code account}, {@code csv_layout}, {@code held_payment} (what counts only when an accountant has said so), and, with
 * the receiving account as shard key, {@code movement_count}, {@code movement}, {@code told}, {@code original}, {@code payable},
 * {@code transfer}, {@code finding}, {@code statement}, {@code statement_line}, {@code statement_note}, {@code cash_count}, {@code
 * cash_receipt}, {@code cash_void}, {@code webhook}, {@code delivery}, {@code skipped_message}. Records no facts itself: it publishes {@link
 * vn.thucchat.foundation.money.payments.PaymentsReceived} inside the transaction, and whoever asked for the money records
 * what it means.
 */
@ApplicationModule(
        displayName = "Payments",
        allowedDependencies = {
            "foundation.database",
            "foundation.http",
            "foundation.delivery",
            "foundation.pages",
            "foundation.units",
            "foundation.identity",
            "foundation.work",
            "foundation.papers"
        })
@NullMarked
package vn.thucchat.foundation.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
