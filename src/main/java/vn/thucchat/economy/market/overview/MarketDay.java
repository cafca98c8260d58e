package vn.thucchat.economy.market.overview;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.signs.InspectionRound;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/**
 * How a market's day went; amounts in đồng.
 *
 * @param ready stalls that could be paid without cash at the end of the day
 * @param shortPaid sales of that day that are still not paid in full, at most {@link #LISTED}
 * @param waiting money for charges, of any day, that nobody has said the purpose of
 * @param signs what the last round until that day found, or null before the first
 * @param banks who tells of the market's money, today; of other days it is not kept
 * @param asOf every act recorded before this instant is counted
 */
public record MarketDay(
        LocalDate day,
        Received received,
        long ready,
        Charged charged,
        Changes changes,
        List<PaidShort> shortPaid,
        Payments.Total waiting,
        InspectionRound.@Nullable Standing signs,
        List<Bank> banks,
        Instant asOf) {

    static final int LISTED = 20;

    /**
     * What buyers paid without cash.
     *
     * @param dayBefore on the whole day before, to compare
     * @param stallsPaid how many stalls
     * @param hours by the hour of the Vietnamese clock
     * @param stalls the largest amount first
     */
    public record Received(
            Payments.Total total,
            Payments.Total dayBefore,
            long stallsPaid,
            SortedMap<Integer, Evidence.Total> hours,
            List<Paid> stalls) {}

    /** Charges paid in full: all by transfer, or in part or whole to a collector. */
    public record Charged(Payments.Total cashless, Payments.Total cash) {}

    /** Traders who came and went, and stalls that got their first way to be paid without cash. */
    public record Changes(long joined, long left, long equipped) {}

    /** What a stall was paid. */
    public record Paid(UUID stall, String number, Evidence.Total total) {}

    /** A sale that was paid short, at a stall. */
    public record PaidShort(UUID stall, String number, Movement movement) {}

    /**
     * A connection.
     *
     * @param heardAt when it told of money last, or null: never
     * @param silent open, and nothing was heard for longer than a market is quiet
     */
    public record Bank(String name, boolean open, @Nullable Instant heardAt, boolean silent) {}
}
