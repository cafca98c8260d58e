package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.Units;

/** Shows notices and their tries: to their recipient, and without their words to administrators of the province. */
@Service
public class NoticeLedger {

    private static final int PAGE = 50;
    private static final UUID LAST = new UUID(-1, -1);
    static final Duration LATELY = Duration.ofDays(1);

    /** A notice with its tries, the first first. */
    public record Entry(Notice notice, List<Notice.Attempt> attempts) {}

    private final NoticeStore store;
    private final NoticeAttemptStore attempts;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    NoticeLedger(NoticeStore store, NoticeAttemptStore attempts, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** A person's own notice. */
    public Optional<Entry> own(Actor actor, UUID id) {
        return store.find(actor.account(), id).map(this::entry);
    }

    /** A person's own notices among some messages. */
    public List<Notice> own(Actor actor, Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : store.of(actor.account(), ids);
    }

    /** Whether the actor may see everybody's: an administrator of a province. */
    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Lists notices of a state, the latest first. */
    public Slice<Notice> list(Actor actor, Notice.State state, Cursor before) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        return Slice.of(store.list(state, before.id(0, LAST), PAGE + 1), PAGE, last -> Cursor.of(last.id()));
    }

    /** How each channel did in the last 24 hours. */
    public List<ChannelHealth> health(Actor actor) {
        return mayRead(actor) ? attempts.health(clock.instant().minus(LATELY)) : List.of();
    }

    /** Shows one notice with its recipient; who looked is noted. */
    @Transactional
    public Optional<Entry> look(Actor actor, UUID id) {
        if (!mayRead(actor)) return Optional.empty();
        Optional<Entry> found = store.find(id).map(this::entry);
        found.ifPresent(entry -> log.record(
                actor,
                "notify.notice-viewed",
                "/admin/notices/" + id,
                entry.notice().kind()));
        return found;
    }

    private Entry entry(Notice notice) {
        return new Entry(notice, attempts.of(notice.account(), notice.id()));
    }
}
