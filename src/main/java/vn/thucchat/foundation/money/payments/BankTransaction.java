package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.BusinessTime;

/**
 * One movement as a teller put it, whoever that is.
 *
 * @param accounts the account's number, the most particular first: a virtual account before the one it stands for
 * @param bank the account's bank as the teller names it, for example {@code Vietcombank} or {@code VCB}; null: it names
 *     none
 * @param amountVnd đồng, above 0; {@code incoming} says which way
 * @param memo what the payer wrote, with what banks made of it
 * @param payerName personal data, as {@code payerAccount} and the memo: kept sealed only
 * @param reversal whether the bank takes back by it what it had told before; messengers mark none
 */
record BankTransaction(
        List<String> accounts,
        @Nullable String bank,
        boolean incoming,
        long amountVnd,
        Instant at,
        String sourceId,
        @Nullable String reference,
        String memo,
        @Nullable String payerName,
        @Nullable String payerAccount,
        boolean reversal) {

    BankTransaction(
            List<String> accounts,
            boolean incoming,
            long amountVnd,
            Instant at,
            String sourceId,
            @Nullable String reference,
            String memo,
            @Nullable String payerName,
            @Nullable String payerAccount,
            boolean reversal) {
        this(accounts, null, incoming, amountVnd, at, sourceId, reference, memo, payerName, payerAccount, reversal);
    }

    /** A bank's reference as it is kept and compared: its channels differ in the case of the letters. */
    static String reference(String stated) {
        return stated.toUpperCase(Locale.ROOT);
    }

    /** The Vietnamese day of {@code at}. */
    LocalDate day() {
        return BusinessTime.day(at);
    }

    /** What was told makes no sense; {@code field} is the one at fault. */
    static final class Unfit extends Exception {
        private final String field;

        Unfit(String field) {
            super(field, null, false, false);
            this.field = field;
        }

        String field() {
            return field;
        }
    }
}
