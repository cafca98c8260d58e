package vn.thucchat.foundation.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, and what it paid.
 *
 * @param account our number of the receiving account
 * @param number counts the account's movements, without a gap
 * @param at when it moved, by the bank's word
 * @param amountVnd đồng, above 0
 * @param paid what it was for, when that is known
 */
public record Payment(
        int account,
        long number,
        UUID id,
        Instant at,
        LocalDate day,
        long amountVnd,
        Outcome outcome,
        Movement.Source source,
        boolean synthetic,
        @Nullable Paid paid) {

    /**
     * What a payment was for.
     *
     * @param code the payable's reference code
     * @param origin the kind of thing that was paid for, in its module's word
     * @param originId the module's own record of it
     * @param creditedVnd how much of the payment counts for it, in đồng
     * @param owedVnd what is still owed of it afterwards, in đồng
     */
    public record Paid(String code, String origin, UUID originId, long creditedVnd, long owedVnd) {

        /** Whether nothing is owed any more, by this very payment. */
        public boolean complete() {
            return owedVnd == 0 && creditedVnd > 0;
        }
    }

    static Payment of(Movement movement, @Nullable Paid paid) {
        return new Payment(
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
