package vn.thucchat.economy.market.till;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/**
 * What the loudspeaker says of a payment, in Vietnamese. A browser without a Vietnamese voice leaves out what is no clip
 * of its own: every phrase here is one that {@code scripts/voice} speaks.
 */
final class Loudspeaker {

    /** Whoever paid longer ago is no longer the customer in front: banks tell within seconds. */
    private static final Duration EARLIER = Duration.ofMinutes(10);
    /** What was told longer ago was missed: it is shown, but nobody wants to hear it any more. */
    private static final Duration NEWS = Duration.ofMinutes(2);

    private Loudspeaker() {}

    /**
     * What came, and how that leaves what was asked for.
     *
     * @param dueVnd đồng asked for; 0 when nothing was
     * @param paidVnd đồng that came for it in all, which may be too much
     */
    static String words(long amountVnd, MatchStatus outcome, long dueVnd, long paidVnd) {
        String received = "Đã nhận " + vnd(amountVnd);
        return switch (outcome) {
            case UNDERPAID -> paidVnd < dueVnd ? received + ", thiếu " + vnd(dueVnd - paidVnd) : received;
            case MATCHED, LATE -> dueVnd > 0 ? "Đã nhận đủ " + vnd(dueVnd) : received;
            case OVERPAID, DUPLICATE ->
                paidVnd > dueVnd && dueVnd > 0
                        ? "Đã nhận đủ " + vnd(dueVnd) + ", khách chuyển thừa " + vnd(paidVnd - dueVnd)
                        : received;
            case REVERSAL -> "Ngân hàng đã thu lại " + vnd(amountVnd);
            case WRONG_ACCOUNT, UNMATCHED, OWNER, IGNORED_DEBIT -> received;
        };
    }

    /** Whether nobody may take it for what the customer in front has just paid. */
    static boolean earlier(Instant at, Instant now) {
        return at.plus(EARLIER).isBefore(now);
    }

    /** Whether it is still worth saying. */
    static boolean news(Instant told, Instant now) {
        return told.plus(NEWS).isAfter(now);
    }

    /** The same, said of money that was paid earlier: when, before all else. */
    static String earlier(String words, Instant at, Instant now) {
        ZonedDateTime then = at.atZone(BusinessTime.VIETNAM);
        String when = BusinessTime.day(at).equals(BusinessTime.day(now))
                ? "lúc " + words(then.getHour()) + " giờ " + words(then.getMinute()) + " phút"
                : "ngày " + words(then.getDayOfMonth()) + " tháng "
                        + (then.getMonthValue() == 4 ? "tư" : words(then.getMonthValue()));
        return "Khoản cũ, " + when + ", đ" + words.substring(1);
    }

    private static String vnd(long amount) {
        return words(amount) + " đồng";
    }

    private static String words(long number) {
        return VietnameseWords.amount(number);
    }
}
