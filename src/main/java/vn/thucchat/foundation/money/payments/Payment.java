package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, and what it paid.
 *
 * @param kind whether the money is new, or somebody has said what money that was there paid
 * @param account our number of the receiving account
 * @param number counts the account's movements without a gap; of cash it is the receipt's number in its year
 * @param id the movement's, or the cash receipt's
 * @param at when it moved, by the bank's word
 * @param amountVnd đồng, above 0
 * @param paid what it was for, when that is known
 */
public record Payment(
        Kind kind,
        int account,
        long number,
        UUID id,
        Instant at,
        LocalDate day,
        long amountVnd,
        MatchStatus outcome,
        Movement.Source source,
        boolean synthetic,
        @Nullable Paid paid) {

    /** What has happened. */
    public enum Kind {
        /** money has come in at the bank */
        ARRIVED,
        /** of money that had come in before, somebody has said what it pays: the movement was told when it arrived */
        ASSIGNED,
        /** a collector has taken cash against a receipt */
        CASH,
        /** a collector has received Mobile Money, and wrote a receipt with the operator's number */
        MOBILE_MONEY,
        /** such a receipt was void: what it paid is owed again, so that {@code creditedVnd} is below 0 */
        CASH_VOIDED,
        /** the bank took this payment back: what it paid is owed again, so that {@code creditedVnd} is below 0 */
        REVERSED;

        /** Whether it went through a bank or wallet. */
        public boolean cashless() {
            return switch (this) {
                case ARRIVED, ASSIGNED, MOBILE_MONEY, REVERSED -> true;
                case CASH, CASH_VOIDED -> false;
            };
        }
    }

    /**
     * What a payment was for.
     *
     * @param code the payable's reference code
     * @param origin the kind of thing that was paid for, in its module's word
     * @param originId the module's own record of it
     * @param creditedVnd how much of the payment counts for it, in đồng; below 0 where it counts no more
     * @param owedVnd what is still owed of it afterwards, in đồng
     */
    public record Paid(String code, String origin, UUID originId, long creditedVnd, long owedVnd) {

        /** Whether nothing is owed any more, by this very payment. */
        public boolean complete() {
            return owedVnd == 0 && creditedVnd > 0;
        }
    }

    public static Payment of(Movement movement, Kind kind, @Nullable Paid paid) {
        return new Payment(
                kind,
                movement.account(),
                movement.number(),
                movement.id(),
                movement.at(),
                movement.day(),
                movement.amountVnd(),
                movement.outcome(),
                movement.source(),
                movement.synthetic(),
                paid);
    }
}
