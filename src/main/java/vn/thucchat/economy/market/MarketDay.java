package vn.thucchat.economy.market;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.facts.Tally;
import vn.thucchat.foundation.payments.Movement;
import vn.thucchat.foundation.payments.Payments;

/**
 * How a market's day went; amounts in đồng.
 *
 * @param hours what buyers paid without cash, by the hour of the day
 * @param stalls that were paid, the largest amount first
 * @param ready stalls that could be paid without cash at the end of the day
 * @param cashless charges that were paid that day all by transfer, {@code cash} in part or whole to a collector
 * @param shortPaid sales of that day that are still not paid in full, at most {@link #LISTED}
 * @param waiting money for charges, of any day, that nobody has said the purpose of
 * @param signs what the last round until that day found, or null before the first
 * @param banks who tells of the market's money, today; of other days it is not kept
 */
public record MarketDay(
        LocalDate day,
        Tally received,
        SortedMap<Integer, Tally> hours,
        List<Paid> stalls,
        long ready,
        Tally cashless,
        Tally cash,
        Tally joined,
        Tally left,
        Tally equipped,
        List<PaidShort> shortPaid,
        Payments.Total waiting,
        @Nullable Signs signs,
        List<Bank> banks) {

    static final int LISTED = 20;

    /** What a stall was paid. */
    public record Paid(UUID stall, String number, Tally tally) {}

    /** A sale that was paid short, at a stall. */
    public record PaidShort(UUID stall, String number, Movement movement) {}

    /**
     * What a round found.
     *
     * @param wrong stalls whose sign was not their own when last read, {@code pasted} of them lead the money away
     */
    public record Signs(UUID round, Instant openedAt, int wrong, int pasted) {}

    /**
     * A connection.
     *
     * @param heardAt when it told of money last, or null: never
     * @param silent open, and nothing was heard for longer than a market is quiet
     */
    public record Bank(String name, boolean open, @Nullable Instant heardAt, boolean silent) {}
}
