package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.announcements.AnnouncementAct.What;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Approves announcements, sends them back or stops them: what one person wrote, another decides on. */
@Service
public class AnnouncementDecisions {

    private final AnnouncementStore store;
    private final AnnouncementActStore acts;
    private final Announcements announcements;
    private final AnnouncementCounting counting;
    private final AnnouncementLimit limit;
    private final WorkItems work;
    private final AccessLog log;
    private final InstantSource clock;

    AnnouncementDecisions(
            AnnouncementStore store,
            AnnouncementActStore acts,
            Announcements announcements,
            AnnouncementCounting counting,
            AnnouncementLimit limit,
            WorkItems work,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.announcements = announcements;
        this.counting = counting;
        this.limit = limit;
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Approves an announcement with its count and costs. Where they have grown beyond the stated margin when sending begins,
     * somebody has to approve anew.
     *
     * @param version that the approver read
     */
    @Transactional
    public Result approve(Actor actor, Announcement announcement, int version) {
        if (!announcements.mayApprove(actor, announcement)) return new Result.Refused("announcement.approve.not-yours");
        if (version != announcement.version()) return new Result.Stale();
        if (announcement.draft().kind() != Announcement.Purpose.DANGER && !priced(announcement))
            return new Result.Refused("announcement.no-price");
        if (limit.reached(announcement)) return new Result.Refused("announcement.limit");
        return move(actor, announcement, "approve", What.APPROVED, "");
    }

    /**
     * Sends an announcement back to its writer, or stops it for good: what has not left does not leave. Whoever may write or
     * approve it may stop it.
     *
     * @param act {@code send-back} or {@code stop}
     * @param version that the actor read; only stopping does not depend on it
     * @param reason that its writer reads
     */
    @Transactional
    public Result decide(Actor actor, Announcement announcement, String act, @Nullable Integer version, String reason) {
        boolean mine = announcements.mayApprove(actor, announcement);
        return switch (act) {
            case "send-back" ->
                !mine
                        ? new Result.Refused("announcement.approve.not-yours")
                        : Integer.valueOf(announcement.version()).equals(version)
                                ? move(actor, announcement, act, What.SENT_BACK, reason)
                                : new Result.Stale();
            case "stop" ->
                mine || announcements.mayWrite(actor, announcement)
                        ? stop(actor, announcement, reason)
                        : new Result.Refused("announcement.not-yours");
            default -> new Result.NotFound();
        };
    }

    /** Stops it also where sending began after it was read: whoever stops it wants that too. */
    private Result stop(Actor actor, Announcement read, String reason) {
        Result result = move(actor, read, "stop", What.STOPPED, reason);
        if (!(result instanceof Result.Stale)) return result;
        return announcements
                .find(actor, read.id())
                .map(again -> move(actor, again, "stop", What.STOPPED, reason))
                .orElse(result);
    }

    /** Whether the cost that was counted is one, and every price of it still holds. */
    private boolean priced(Announcement announcement) {
        return announcements
                .count(announcement, announcement.progress().round())
                .map(count -> !count.hasMissingPrice() && counting.priced(count))
                .orElse(true);
    }

    private Result move(Actor actor, Announcement from, String act, What what, String note) {
        Instant now = clock.instant();
        var progress = new Announcement.Progress(
                from.progress().writtenBy(),
                from.progress().round(),
                what == What.APPROVED
                        ? now
                        : what == What.SENT_BACK ? null : from.progress().approvedAt(),
                from.progress().handed(),
                what == What.STOPPED ? now : null);
        if (!store.move(from, act, progress)) return new Result.Stale();
        acts.insert(from.id(), what, actor, note, now);
        if (what != What.STOPPED)
            work.close(List.of(new WorkItems.Ending(
                    AnnouncementDrafts.WORK, from.unit(), from.id(), actor, now, WorkItem.Outcome.DONE)));
        log.record(actor, "notify.announcement-" + act, Announcements.PATH + "/" + from.id(), note);
        return new Result.Done(from.id());
    }
}
