package vn.thucchat.foundation.money.formats;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One booked movement on an account, as its bank states it.
 *
 * @param accountNumber the account that the statement is of
 * @param bookedOn the bank's day, in Viet Nam
 * @param at the moment; null: the bank states the day alone
 * @param amountVnd đồng, above zero whichever the direction
 * @param reference the bank's own, the same whenever it states this movement; where one reference stands for several
 *     equal movements of an account, the second is {@code reference#2}; null: the bank gives none
 * @param otherReferences further ones of the bank for this movement alone: its messenger may pass on any of them
 * @param memo the words that came with it; empty when there are none
 * @param payerName who paid, for money that came in
 * @param payerAccount from which account, for money that came in
 * @param reversal it takes back an earlier movement of the other direction; the payer is that one's
 */
public record StatementLine(
        String accountNumber,
        LocalDate bookedOn,
        @Nullable Instant at,
        Direction direction,
        long amountVnd,
        @Nullable String reference,
        Set<String> otherReferences,
        String memo,
        @Nullable String payerName,
        @Nullable String payerAccount,
        boolean reversal) {

    public enum Direction {
        IN,
        OUT;

        Direction other() {
            return this == IN ? OUT : IN;
        }
    }

    public StatementLine {
        if (amountVnd <= 0) throw new IllegalArgumentException("amount " + amountVnd);
        otherReferences = Set.copyOf(otherReferences);
    }

    /** The same line with other references. */
    StatementLine referring(@Nullable String reference, Set<String> others) {
        return new StatementLine(
                accountNumber,
                bookedOn,
                at,
                direction,
                amountVnd,
                reference,
                others,
                memo,
                payerName,
                payerAccount,
                reversal);
    }

    /** All of the bank's for this movement. */
    Set<String> references() {
        if (reference == null) return Set.of();
        var all = new HashSet<>(otherReferences);
        all.add(reference);
        return all;
    }

    /** Đồng: below zero for what went out. */
    public long signedVnd() {
        return direction == Direction.IN ? amountVnd : -amountVnd;
    }
}
