package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;

/** Shows the ledger of hand-overs to administrators of the province: which messages are overdue, expected, or seen. */
@Service
public class HandOverLedger {

    private static final int PAGE = 50;
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final UUID FIRST = new UUID(0, 0);
    private static final UUID LAST = new UUID(-1, -1);

    private final HandOverStore store;
    private final PoisonList poison;
    private final AccessLog log;
    private final InstantSource clock;

    HandOverLedger(HandOverStore store, PoisonList poison, AccessLog log, InstantSource clock) {
        this.store = store;
        this.poison = poison;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the actor may see the ledger: an administrator of a province. */
    public boolean mayRead(Actor actor) {
        return poison.mayRead(actor);
    }

    /** Lists what is in a state, the longest overdue first; what was seen, the latest first. */
    public Slice<HandOver> entries(Actor actor, HandOver.State state, String channel, Cursor after) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        Instant now = clock.instant();
        Instant due = after.at(0, state == HandOver.State.SEEN ? NEVER : Instant.EPOCH);
        UUID id = after.id(1, state == HandOver.State.SEEN ? LAST : FIRST);
        List<HandOver> found = switch (state) {
            case OVERDUE -> store.unseen(Instant.EPOCH, now, channel, due, id, PAGE + 1);
            case EXPECTED -> store.unseen(now, NEVER, channel, due, id, PAGE + 1);
            case SEEN -> store.seen(channel, due, id, PAGE + 1);
        };
        return Slice.of(found, PAGE, last -> Cursor.of(last.dueAt(), last.id()));
    }

    /**
     * Shows one entry with its recipient; who looked is noted.
     *
     * @return empty when there is none, or not for the actor
     */
    @Transactional
    public Optional<HandOver> look(Actor actor, UUID id) {
        if (!mayRead(actor)) return Optional.empty();
        Optional<HandOver> entry = store.find(id);
        entry.ifPresent(
                found -> log.record(actor, "delivery.hand-over-viewed", "/admin/hand-overs/" + id, found.channel()));
        return entry;
    }
}
