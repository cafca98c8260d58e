package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a stall owes the market for a month.
 *
 * @param month its first day
 * @param amountVnd đồng
 * @param dueOn the last day to pay it in time
 * @param account the payments module's number of the account to pay to
 * @param code what the transfer's memo must carry
 * @param channel once it is paid: {@code cashless} when all of it came without cash, else {@code cash}
 */
public record Charge(
        UUID market,
        UUID id,
        UUID stall,
        String number,
        UUID trader,
        String traderName,
        LocalDate month,
        Kind kind,
        long amountVnd,
        LocalDate dueOn,
        int account,
        String code,
        @Nullable LocalDate paidOn,
        @Nullable String channel,
        @Nullable LocalDate cancelledOn) {

    /** What for. */
    public enum Kind {
        RENT,
        ELECTRICITY,
        SANITATION,
        OTHER
    }

    /** Whether it still has to be paid. */
    public boolean open() {
        return paidOn == null && cancelledOn == null;
    }

    /** How a month's charges of a kind stand; amounts in đồng. */
    public record Standing(Kind kind, int count, long amountVnd, int paid, long paidVnd, int cashless) {}

    /**
     * What one who rents a stall has not paid although it is due.
     *
     * @param owedVnd đồng that are missing of {@code count} charges
     * @param since the oldest day due
     */
    public record Arrears(
            UUID stall, String number, UUID trader, String traderName, int count, long owedVnd, LocalDate since) {

        public ArrearsReminders.Debtor debtor() {
            return new ArrearsReminders.Debtor(stall, trader);
        }
    }

    /**
     * What a whole market is behind with.
     *
     * @param amountVnd đồng that are missing of {@code count} charges of {@code stalls} stalls
     * @param since the oldest day due, or null when nothing is
     */
    public record Overdue(
            int stalls, int count, long amountVnd, @Nullable LocalDate since) {
        public static final Overdue NONE = new Overdue(0, 0, 0, null);
    }
}
