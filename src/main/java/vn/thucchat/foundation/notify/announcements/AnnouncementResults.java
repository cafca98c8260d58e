package vn.thucchat.foundation.notify.announcements;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.notices.Notice;
import vn.thucchat.foundation.notify.notices.NoticeTotals;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Tells what became of an announcement: numbers, and messages with their tries, of nobody by name or address. */
@Service
public class AnnouncementResults {

    private static final int PAGE = 50;
    private static final int BATCH = 5_000;

    /** How a message stands, for those who read numbers. */
    public enum DeliveryStatus {
        REACHED,
        WAITING,
        FAILED;

        private List<Notice.State> states() {
            return switch (this) {
                case REACHED -> List.of(Notice.State.SENT, Notice.State.OPENED);
                case WAITING -> List.of(Notice.State.PLANNED);
                case FAILED -> List.of(Notice.State.UNREACHED, Notice.State.EXPIRED);
            };
        }
    }

    /** How many messages by a channel stand how. */
    public record Line(Medium medium, int reached, int waiting, int failed) {

        public int of(DeliveryStatus standing) {
            return switch (standing) {
                case REACHED -> reached;
                case WAITING -> waiting;
                case FAILED -> failed;
            };
        }
    }

    /**
     * Numbers of an announcement.
     *
     * @param written messages written to inboxes
     * @param costVnd what providers took so far, at the approved prices
     */
    public record DeliverySummary(int written, List<Line> lines, long costVnd) {}

    private final Announcements announcements;
    private final AnnouncementRecipientStore recipients;
    private final AnnouncementWording wording;
    private final NoticeTotals totals;

    AnnouncementResults(
            Announcements announcements,
            AnnouncementRecipientStore recipients,
            AnnouncementWording wording,
            NoticeTotals totals) {
        this.announcements = announcements;
        this.recipients = recipients;
        this.wording = wording;
        this.totals = totals;
    }

    /** Counts in batches, so that an announcement to a whole province takes time and no memory. */
    public DeliverySummary of(Actor actor, Announcement announcement) {
        var found = new ArrayList<NoticeTotals.Total>();
        var accepted = new ArrayList<NoticeTotals.Accepted>();
        int written = 0;
        for (List<NoticeTotals.Message> batch = batch(actor, announcement, Audiences.BEFORE_ALL);
                !batch.isEmpty();
                batch = batch(actor, announcement, batch.getLast().id())) {
            written += batch.size();
            found.addAll(totals.of(batch));
            accepted.addAll(totals.accepted(batch));
        }
        var lines = new ArrayList<Line>();
        for (Medium medium : Medium.values()) {
            var line = new Line(
                    medium,
                    sum(found, medium, DeliveryStatus.REACHED),
                    sum(found, medium, DeliveryStatus.WAITING),
                    sum(found, medium, DeliveryStatus.FAILED));
            if (line.reached() + line.waiting() + line.failed() > 0) lines.add(line);
        }
        return new DeliverySummary(written, lines, cost(announcement, accepted));
    }

    private static int sum(List<NoticeTotals.Total> found, Medium medium, DeliveryStatus standing) {
        return found.stream()
                .filter(total -> total.medium() == medium && standing.states().contains(total.state()))
                .mapToInt(NoticeTotals.Total::notices)
                .sum();
    }

    /** At the prices that were approved; a channel that nobody was first reached by has none there. */
    private long cost(Announcement announcement, List<NoticeTotals.Accepted> accepted) {
        List<AnnouncementCount.Cost> prices = announcements
                .count(announcement, announcement.progress().round())
                .map(AnnouncementCount::costs)
                .orElse(List.of());
        return accepted.stream()
                .mapToLong(tries -> tries.tries()
                        * prices.stream()
                                .filter(cost -> cost.medium() == tries.medium())
                                .findFirst()
                                .map(AnnouncementCount.Cost::priceVnd)
                                .orElse(0L)
                        * (tries.medium() == Medium.SMS
                                ? wording.sms(announcement, tries.language()).count()
                                : 1))
                .sum();
    }

    /** Lists the messages of a channel in a status, without their recipients. */
    public Slice<NoticeTotals.Line> list(
            Actor actor, Announcement announcement, Medium medium, DeliveryStatus status, Cursor cursor) {
        UUID after = cursor.id(0, Audiences.BEFORE_ALL);
        var lines = new ArrayList<NoticeTotals.Line>();
        for (List<NoticeTotals.Message> batch = batch(actor, announcement, after);
                !batch.isEmpty() && lines.size() <= PAGE;
                batch = batch(actor, announcement, batch.getLast().id()))
            lines.addAll(totals.list(batch, medium, status.states(), after, PAGE + 1 - lines.size()));
        return Slice.of(lines, PAGE, last -> Cursor.of(last.id()));
    }

    /** The tries of one message. */
    public Optional<List<Notice.Attempt>> tries(Actor actor, Announcement announcement, UUID message) {
        return announcements
                .find(actor, announcement.id())
                .flatMap(found -> recipients.message(found.id(), message))
                .map(totals::tries);
    }

    private List<NoticeTotals.Message> batch(Actor actor, Announcement announcement, UUID after) {
        return announcements.find(actor, announcement.id()).isPresent()
                ? recipients.messages(announcement.id(), after, BATCH)
                : List.of();
    }
}
