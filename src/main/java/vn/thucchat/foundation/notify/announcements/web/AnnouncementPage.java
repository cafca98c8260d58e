package vn.thucchat.foundation.notify.announcements.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementAct;
import vn.thucchat.foundation.notify.announcements.AnnouncementCount;
import vn.thucchat.foundation.notify.announcements.AnnouncementResults;
import vn.thucchat.foundation.notify.announcements.AnnouncementResults.DeliveryStatus;
import vn.thucchat.foundation.notify.announcements.AnnouncementWording;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Texts;

/**
 * One announcement.
 *
 * @param count of now for a draft, else what was submitted; null where nothing was counted
 * @param before the count that was approved before, where the cost grew since
 * @param previews by language
 * @param result null before it is begun
 */
public record AnnouncementPage(
        Announcement announcement,
        String unitName,
        @Nullable AnnouncementCount count,
        @Nullable AnnouncementCount before,
        Map<String, AnnouncementWording.Preview> previews,
        AnnouncementResults.@Nullable DeliverySummary result,
        List<AnnouncementAct> acts,
        Rights rights,
        Form<?> form) {

    /**
     * What the reader may do.
     *
     * @param zalo whether Zalo has a template for its kind
     */
    public record Rights(boolean write, boolean approve, boolean zalo) {

        public boolean stop(Announcement announcement) {
            return (write || approve)
                    && switch (announcement.state()) {
                        case APPROVED, SENDING, SENT -> true;
                        case DRAFT, SUBMITTED, STOPPED -> false;
                    };
        }
    }

    /** A number of people; fewer than five are not told apart. */
    public static String people(Texts t, int people) {
        return few(people) ? t.of("announcement.fewer") : t.number(people);
    }

    /** A part of some people, where those who are not in it may be too few to be told: {@code at least 96} of 100. */
    public static String part(Texts t, int people, int all) {
        return few(all - people)
                ? t.of("announcement.at-least", t.number(Math.max(0, all - AnnouncementCount.FEW + 1)))
                : people(t, people);
    }

    /** A cost in đồng, or that nobody knows it, because a channel has no price. */
    public static String cost(Texts t, AnnouncementCount count, long vnd) {
        return count.hasMissingPrice() ? t.of("template.no-price") : t.number(vnd) + " đồng";
    }

    /** Whether the cost would tell how many a channel reached. */
    public static boolean fewReached(AnnouncementResults.DeliverySummary result) {
        return few(result.written())
                || result.lines().stream()
                        .anyMatch(line ->
                                Arrays.stream(DeliveryStatus.values()).anyMatch(status -> few(line.of(status))));
    }

    public static boolean few(int people) {
        return people > 0 && people < AnnouncementCount.FEW;
    }
}
