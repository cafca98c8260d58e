package vn.thucchat.foundation.money.formats;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row of a bank's table that states a movement, as it stands there.
 *
 * @param row its number in the file
 * @param in đồng in the column of what came in, below zero where the bank writes a sign; so for {@code out}
 * @param amount đồng in the one column of amounts
 * @param direction what the column of directions says; null: nothing
 * @param balanceVnd the account's balance after it; null: not stated
 */
record TableEntry(
        int row,
        BookingTime when,
        long in,
        long out,
        long amount,
        StatementLine.@Nullable Direction direction,
        long fee,
        long tax,
        @Nullable Long balanceVnd,
        String account,
        @Nullable String reference,
        List<String> memo,
        List<String> beside,
        @Nullable String payerName,
        @Nullable String payerAccount) {

    /** Of a line that is understood already, for its balance. */
    static TableEntry of(int row, StatementLine line, @Nullable Long balanceVnd) {
        return new TableEntry(
                row,
                new BookingTime(line.bookedOn(), line.at()),
                0,
                0,
                line.amountVnd(),
                line.direction(),
                0,
                0,
                balanceVnd,
                line.accountNumber(),
                line.reference(),
                List.of(line.memo()),
                List.of(),
                line.payerName(),
                line.payerAccount());
    }

    boolean nothing() {
        return in == 0 && out == 0 && amount == 0 && fee == 0 && tax == 0;
    }

    TableEntry with(List<String> words) {
        return new TableEntry(
                row,
                when,
                in,
                out,
                amount,
                direction,
                fee,
                tax,
                balanceVnd,
                account,
                reference,
                words,
                beside,
                payerName,
                payerAccount);
    }
}
