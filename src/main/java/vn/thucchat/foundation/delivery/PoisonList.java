package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.units.Units;

/**
 * Messages that nobody tries to deliver any more, until somebody says so: refused by their channel, or tried for days.
 * Administrators of the province see them, and never what a message says: it may be a one-time code.
 */
@Service
public class PoisonList {

    static final int PAGE = 50;

    /** What the list can be ordered by. */
    public enum Order {
        SINCE,
        ATTEMPTS
    }

    /**
     * A message that is not delivered.
     *
     * @param recipient as the channel names it, for example an account's id; personal data
     * @param createdAt when the act was that it tells of
     */
    public record Entry(String recipient, UUID id, String channel, int attempts, String lastError, Instant createdAt) {}

    private final PoisonStore store;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    PoisonList(PoisonStore store, Units units, AccessLog log, InstantSource clock) {
        this.store = store;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** Whether the actor may see the list: an administrator of a province. */
    public boolean mayRead(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Whether the actor may also put messages back: not from a demonstration account. */
    public boolean mayRetry(Actor actor) {
        return units.mayChangeShared(actor, Roles.ADMINISTRATOR);
    }

    /** Lists the messages, of one channel or of all ({@code ""}). Nothing for those who may not see it. */
    public Slice<Entry> entries(Actor actor, Sort<Order> sort, String channel, Cursor after) {
        if (!mayRead(actor)) return new Slice<>(List.of(), null);
        return Slice.of(
                store.list(sort, channel, after, PAGE + 1),
                PAGE,
                last -> sort.by() == Order.ATTEMPTS ? Cursor.of(last.attempts(), last.id()) : Cursor.of(last.id()));
    }

    /** Those of some messages that are still in the list. */
    public List<Entry> entries(Actor actor, List<UUID> ids) {
        return mayRead(actor) ? store.find(ids) : List.of();
    }

    /**
     * Shows one message with its recipient; who looked is noted.
     *
     * @return empty when it is not in the list, or not for the actor
     */
    @Transactional
    public Optional<Entry> look(Actor actor, UUID id) {
        if (!mayRead(actor)) return Optional.empty();
        Optional<Entry> entry = store.find(id);
        entry.ifPresent(found -> log.record(actor, "delivery.message-viewed", path(id), found.channel()));
        return entry;
    }

    /** Puts a message back into the outbox with no attempt counted. */
    @Transactional
    public Result retry(Actor actor, UUID id) {
        if (!mayRetry(actor)) return new Result.Refused("delivery.poison.not-allowed");
        Optional<Entry> entry = store.find(id);
        if (entry.isEmpty()) return new Result.NotFound();
        if (!store.retry(entry.get().recipient(), id, clock.instant())) return new Result.Stale();
        log.record(
                actor,
                "delivery.message-retried",
                path(id),
                entry.get().channel() + " · " + entry.get().attempts());
        return new Result.Done(id);
    }

    private static String path(UUID id) {
        return "/admin/deliveries/" + id;
    }
}
