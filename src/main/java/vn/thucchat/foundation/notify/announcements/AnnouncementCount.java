package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.channels.Medium;

/**
 * How many people an announcement would reach, and what that costs.
 *
 * @param people how many of them there are
 * @param costVnd when each is reached by their first channel
 * @param maxCostVnd Upper bound in đồng, if every channel of every recipient is tried and charged.
 * @param marginPercent by how much the cost may grow after its approval
 * @param costs by channel and language, also of channels that are only tried after another
 */
public record AnnouncementCount(
        People people, long costVnd, long maxCostVnd, int marginPercent, Instant countedAt, List<Cost> costs) {

    /** Fewer people than this are not told apart. */
    public static final int FEW = 5;

    /**
     * @param audience members of the group
     * @param consented who get it, all of them in the inbox
     * @param inboxOnly who get it nowhere else: without a confirmed address, or declined
     * @param quiet whose quiet hours it meets, so that it waits
     * @param digest who want it in their next digest
     */
    public record People(int audience, int consented, int inboxOnly, int quiet, int digest) {}

    /**
     * What one channel costs.
     *
     * @param people whom it is the first to reach; 0 where it is only tried after another
     * @param parts of a text message; 1 of others
     * @param priceVnd of a part; null where nobody entered one
     * @param tariffFrom from when on the price holds; null of what is free
     */
    public record Cost(
            Medium medium,
            String language,
            int people,
            int parts,
            @Nullable Long priceVnd,
            @Nullable LocalDate tariffFrom,
            String tariffDocument) {

        public long vnd() {
            return priceVnd == null ? 0 : priceVnd * parts * people;
        }

        /** Whether so few people cost it that the cost would tell how many they are. */
        private boolean few() {
            return people > 0 && people < FEW;
        }

        private long fewVnd() {
            return priceVnd == null ? 0 : priceVnd * parts * FEW;
        }

        private long hiddenVnd() {
            return priceVnd == null || !few() ? 0 : priceVnd * parts * (FEW - people);
        }
    }

    /** The cost in đồng as it is shown: a channel of fewer than {@link #FEW} people counts as one of so many. */
    public long shownCostVnd() {
        return costVnd + hiddenVnd();
    }

    /**
     * The upper bound in đồng as it is shown: raised like {@link #shownCostVnd}, and then to the next multiple of what
     * {@link #FEW} people of the dearest channel cost, so that it does not tell how few a second channel has.
     */
    public long shownMaxCostVnd() {
        long step = costs.stream().mapToLong(Cost::fewVnd).max().orElse(0);
        long shown = maxCostVnd + hiddenVnd();
        return step == 0 ? shown : Math.ceilDiv(shown, step) * step;
    }

    private long hiddenVnd() {
        return costs.stream().mapToLong(Cost::hiddenVnd).sum();
    }

    /** Whether a channel that costs has no price: then nobody knows the cost. */
    public boolean hasMissingPrice() {
        return costs.stream().anyMatch(cost -> cost.priceVnd() == null);
    }

    /** Whether so much more would be spent than was approved that somebody has to look again. */
    boolean exceeds(AnnouncementCount approved) {
        long allowed = 100L + approved.marginPercent();
        return costVnd * 100 > approved.costVnd() * allowed || maxCostVnd * 100 > approved.maxCostVnd() * allowed;
    }
}
