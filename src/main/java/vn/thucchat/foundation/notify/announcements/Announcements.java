package vn.thucchat.foundation.notify.announcements;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Announcements as they are read: by those who write and approve them, and by everybody once they leave. */
@Service
public class Announcements {

    public static final String PATH = "/announcements";
    public static final String OPEN_PATH = "/announced";

    private static final int PAGE = 20;
    private static final UUID LAST = new UUID(-1, -1);

    /**
     * An announcement as everybody reads it.
     *
     * @param approver name of who approved it
     */
    public record Published(Announcement announcement, String unitName, AnnouncementCount count, String approver) {}

    private final AnnouncementStore store;
    private final AnnouncementActStore acts;
    private final AnnouncementCountStore counts;
    private final Access access;

    Announcements(AnnouncementStore store, AnnouncementActStore acts, AnnouncementCountStore counts, Access access) {
        this.store = store;
        this.acts = acts;
        this.counts = counts;
        this.access = access;
    }

    /** Those of the units in which the actor writes or approves, the latest first. */
    public Slice<Announcement> list(Actor actor, Cursor before) {
        Set<String> units = access.units(actor, AnnouncementRoles.APPROVERS);
        return Slice.of(
                store.list(units, actor.synthetic(), before.id(0, LAST), PAGE + 1), PAGE, last -> Cursor.of(last.id()));
    }

    public Optional<Announcement> find(Actor actor, UUID id) {
        return store.find(id)
                .filter(one -> access.may(
                        actor, AnnouncementRoles.APPROVERS, one.unit().value(), one.synthetic()));
    }

    /** What was done with one, the first first. */
    public List<AnnouncementAct> acts(Actor actor, Announcement announcement) {
        return find(actor, announcement.id()).isPresent() ? acts.list(announcement.id()) : List.of();
    }

    /** The count of a round: of the submission, or of when it had grown. */
    public Optional<AnnouncementCount> count(Announcement announcement, int round) {
        return counts.find(announcement.id(), round);
    }

    public boolean mayWrite(Actor actor, Announcement announcement) {
        return access.may(
                actor, AnnouncementRoles.ANNOUNCER, announcement.unit().value(), announcement.synthetic());
    }

    /** Whether the actor may approve it: another than who wrote it, a leader where life is in danger. */
    public boolean mayApprove(Actor actor, Announcement announcement) {
        Set<String> roles = announcement.draft().kind() == Announcement.Purpose.DANGER
                ? Set.of(Roles.LEADER)
                : AnnouncementRoles.APPROVERS;
        boolean tookPart = acts.list(announcement.id()).stream()
                .anyMatch(act -> act.account().equals(actor.account())
                        && (act.act() == AnnouncementAct.What.WRITTEN
                                || act.act() == AnnouncementAct.What.CHANGED
                                || act.act() == AnnouncementAct.What.SUBMITTED));
        return !tookPart && access.may(actor, roles, announcement.unit().value(), announcement.synthetic());
    }

    /** Lists published announcements of all units, the latest first. */
    public Slice<Published> published(Cursor before) {
        return Slice.of(store.open(before.id(0, LAST), PAGE + 1), PAGE, last -> Cursor.of(last.id()))
                .map(this::published);
    }

    /** One that has left; everybody's. */
    public Optional<Published> published(UUID id) {
        return store.find(id).filter(one -> one.open()).map(this::published);
    }

    private Published published(Announcement one) {
        return new Published(
                one,
                access.unitName(one.unit().value()),
                counts.find(one.id(), one.progress().round()).orElseThrow(),
                acts.list(one.id()).stream()
                        .filter(act -> act.act() == AnnouncementAct.What.APPROVED)
                        .reduce((_, last) -> last)
                        .map(AnnouncementAct::name)
                        .orElse("–"));
    }
}
