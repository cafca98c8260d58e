package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
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
public record BankTransaction(
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

    public BankTransaction(
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

    /** The Vietnamese day of {@code at}. */
    public LocalDate day() {
        return BusinessTime.day(at);
    }
}
