package vn.thucchat.foundation.notify.announcements;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.work.WorkItems;

/** Writes announcements and submits them, with the count of people and cost that is asked to be approved. */
@Service
public class AnnouncementDrafts {

    /** The kind of work that approving is. */
    public static final String WORK = "announcement.approval";

    private static final Duration FURTHEST = Duration.ofDays(60);
    /** Whoever knows of a danger longer before has time to ask for consent. */
    private static final Duration FURTHEST_DANGER = Duration.ofHours(24);

    private static final Pattern ADDRESS = Pattern.compile("://|\\bwww\\.", Pattern.CASE_INSENSITIVE);

    private final AnnouncementStore store;
    private final AnnouncementActStore acts;
    private final AnnouncementCountStore counts;
    private final AnnouncementCounting counting;
    private final Announcements announcements;
    private final Audiences audiences;
    private final AnnouncementLimit limit;
    private final WorkItems work;
    private final AccessLog log;
    private final InstantSource clock;

    AnnouncementDrafts(
            AnnouncementStore store,
            AnnouncementActStore acts,
            AnnouncementCountStore counts,
            AnnouncementCounting counting,
            Announcements announcements,
            Audiences audiences,
            AnnouncementLimit limit,
            WorkItems work,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.counts = counts;
        this.counting = counting;
        this.announcements = announcements;
        this.audiences = audiences;
        this.limit = limit;
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /** The groups that a writer may choose. */
    public List<Option> groups(Actor actor) {
        return audiences.options(actor);
    }

    /** The choice that a group is. */
    public static String choice(Announcement.Group group) {
        return Audiences.value(group);
    }

    /** Whom a draft would reach now. */
    public Optional<AnnouncementCount> count(Actor actor, Announcement announcement) {
        return announcements.mayWrite(actor, announcement)
                ? Optional.of(counting.count(announcement))
                : Optional.empty();
    }

    /**
     * Writes a draft, or changes one.
     *
     * @param before null of a new one
     * @param version of {@code before} that the writer read; null of a new one
     * @param choice of the group, as {@link #groups} offers it
     */
    @Transactional
    public Result write(
            Actor actor,
            @Nullable Announcement before,
            @Nullable Integer version,
            String choice,
            Announcement.Words words,
            Announcement.Purpose purpose,
            @Nullable Instant sendAt) {
        if (before != null && !announcements.mayWrite(actor, before))
            return new Result.Refused("announcement.not-yours");
        if (before != null && !Integer.valueOf(before.version()).equals(version)) return new Result.Stale();
        Instant now = clock.instant();
        Audiences.Chosen chosen = audiences.choose(actor, choice).orElse(null);
        if (chosen == null) return Result.invalid("group", "announcement.group.fault");
        if (sendAt != null && (sendAt.isBefore(now) || sendAt.isAfter(now.plus(FURTHEST))))
            return Result.invalid("sendOn", "announcement.send.fault");
        if (purpose == Announcement.Purpose.DANGER && sendAt != null && sendAt.isAfter(now.plus(FURTHEST_DANGER)))
            return Result.invalid("sendOn", "announcement.send.danger");
        if (words.titleEn().isEmpty() != words.textEn().isEmpty())
            return Result.invalid(words.titleEn().isEmpty() ? "titleEn" : "textEn", "announcement.english.fault");
        String all = words.titleVi() + " " + words.textVi() + " " + words.titleEn() + " " + words.textEn();
        // a link that looks like the platform's is what deceivers send
        if (ADDRESS.matcher(all).find()) return Result.invalid("textVi", "template.fault.address");
        var draft = new Announcement.Draft(chosen.group(), words, purpose.code(), sendAt);
        UUID id = before == null ? Ids.next(clock) : before.id();
        if (before == null) store.insert(id, chosen.unit(), actor.synthetic(), draft, actor.account(), now);
        else if (!store.change(before, chosen.unit(), draft)) return new Result.Stale();
        acts.insert(id, before == null ? AnnouncementAct.What.WRITTEN : AnnouncementAct.What.CHANGED, actor, "", now);
        log.record(actor, "notify.announcement-written", Announcements.PATH + "/" + id, choice);
        return new Result.Done(id);
    }

    /**
     * Counts people and cost, and asks for the approval of another.
     *
     * @param version that the writer read
     */
    @Transactional
    public Result submit(Actor actor, Announcement draft, int version) {
        if (!announcements.mayWrite(actor, draft)) return new Result.Refused("announcement.not-yours");
        if (draft.state() != Announcement.State.DRAFT || draft.version() != version) return new Result.Stale();
        Instant at = draft.draft().sendAt();
        if (at != null && at.isBefore(clock.instant())) return new Result.Refused("announcement.send.past");
        AnnouncementCount count = counting.count(draft);
        if (draft.draft().kind() != Announcement.Purpose.DANGER) {
            if (count.people().consented() < AnnouncementCount.FEW) return new Result.Refused("announcement.few");
            if (count.hasMissingPrice()) return new Result.Refused("announcement.no-price");
        }
        if (limit.reached(draft)) return new Result.Refused("announcement.limit");
        int round = draft.progress().round() + 1;
        if (!store.move(draft, "submit", at(draft, round))) return new Result.Stale();
        counts.insert(draft.id(), round, count);
        Instant now = clock.instant();
        acts.insert(draft.id(), AnnouncementAct.What.SUBMITTED, actor, "", now);
        openApprovalTask(draft);
        log.record(
                actor,
                "notify.announcement-submitted",
                Announcements.PATH + "/" + draft.id(),
                count.shownCostVnd() + " VND");
        return new Result.Done(draft.id());
    }

    /** Opens the work of approving it. */
    void openApprovalTask(Announcement announcement) {
        Instant now = clock.instant();
        work.open(List.of(new WorkItems.Opening(
                WORK,
                announcement.unit(),
                null,
                announcement.id(),
                List.of(announcement.draft().words().titleVi()),
                announcement.synthetic(),
                now,
                BusinessTime.day(
                        announcement.draft().sendAt() == null
                                ? now
                                : announcement.draft().sendAt()))));
    }

    static Announcement.Progress at(Announcement announcement, int round) {
        return new Announcement.Progress(announcement.progress().writtenBy(), round, null, null, null);
    }
}
