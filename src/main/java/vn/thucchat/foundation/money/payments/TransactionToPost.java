package vn.thucchat.foundation.money.payments;

import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;

/**
 * A movement on its way in: told, proved, its account known.
 *
 * @param original what the teller sent, to be kept sealed; null: nothing is
 * @param confirmed whether a person has said that it is a movement of its own, whatever resembles it
 */
record TransactionToPost(
        ReceivingAccount account,
        BankTransaction notice,
        Movement.Source source,
        @Nullable String original,
        boolean confirmed) {

    TransactionToPost(
            ReceivingAccount account, BankTransaction notice, Movement.Source source, @Nullable String original) {
        this(account, notice, source, original, false);
    }
}
