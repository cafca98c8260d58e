package vn.thucchat.foundation.identity.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.database.Ids;

/**
 * Lets people sign in by password at once while there is room, and else in the order in which they came. Each process admits
 * the first of the one queue as fast as it can look at passwords itself, when somebody of the queue asks.
 */
@Service
public class Admission {

    /** How long somebody whose turn it is has to type the password. */
    public static final Duration TURN_HOLDS = Duration.ofMinutes(2);

    /** Attempts of one turn: people mistype. */
    private static final int MOST_ATTEMPTS = 3;

    private static final Duration GONE_AFTER = Duration.ofSeconds(90);
    private static final Duration SWEPT_AFTER = Duration.ofMinutes(15);
    private static final long SOONEST_SECONDS = 2;
    private static final long LATEST_SECONDS = 30;

    /** Whether it is somebody's turn. */
    public sealed interface Turn {

        /** The password may be looked at. */
        record Now() implements Turn {}

        /**
         * Others came before.
         *
         * @param ticket of this place, for the browser to keep
         * @param place 1: the next
         * @param about how long it will take, as far as is known
         * @param again when to look again
         */
        record Later(UUID ticket, int place, Duration about, Duration again) implements Turn {}
    }

    private final TicketStore store;
    private final Pace pace;
    private final InstantSource clock;

    @Autowired
    Admission(TicketStore store, Capacity capacity, InstantSource clock) {
        this(store, capacity, clock, System::nanoTime);
    }

    /** @param nanos of a clock that does not jump */
    Admission(TicketStore store, Capacity capacity, InstantSource clock, LongSupplier nanos) {
        this.store = store;
        this.pace = new Pace(capacity, nanos);
        this.clock = clock;
    }

    /**
     * Says whether somebody may type their password; who has to wait has a place from now on.
     *
     * @param ticket what the browser keeps, or null
     */
    public Turn look(@Nullable UUID ticket) {
        return turn(ticket, false);
    }

    /**
     * Says whether a password that was sent is looked at. One turn is good for three.
     *
     * @param known whether the account was signed in to from this browser before
     */
    public Turn enter(@Nullable UUID ticket, boolean known) {
        Turn turn = turn(ticket, known);
        if (!(turn instanceof Turn.Now) || ticket == null) return turn;
        if (store.use(ticket, MOST_ATTEMPTS, held())) return turn;
        // used up, or not needed any more: as one who comes now
        store.delete(ticket);
        return turn(null, known);
    }

    /** More came at once than was to be seen before: the attempt was not looked at. */
    public Turn putOff(@Nullable UUID ticket, boolean known) {
        if (ticket != null) store.delete(ticket);
        return queue(known);
    }

    /** The holder is in, and needs it no more. */
    public void leave(UUID ticket) {
        store.delete(ticket);
    }

    int sweep() {
        return store.sweep(clock.instant().minus(SWEPT_AFTER));
    }

    private Turn turn(@Nullable UUID ticket, boolean known) {
        Instant now = clock.instant();
        var place =
                ticket == null ? null : store.see(ticket, known, now, held()).orElse(null);
        if (ticket == null || place == null)
            return !store.waiting(alive()) && pace.room() ? new Turn.Now() : queue(known);
        if (place.admittedAt() != null) return new Turn.Now();
        admit();
        place = store.see(ticket, known, now, held()).orElse(place);
        return place.admittedAt() != null ? new Turn.Now() : later(ticket, place.known());
    }

    private Turn queue(boolean known) {
        UUID ticket = Ids.next(clock);
        store.insert(ticket, known, clock.instant());
        return later(ticket, known);
    }

    private Turn.Later later(UUID ticket, boolean known) {
        int place = store.ahead(ticket, known, alive()) + 1;
        double share = store.waiting(!known, alive()) ? Pace.share(known) : 1;
        long seconds = Math.max(1, (long) Math.ceil(place / (pace.perSecond() * share)));
        long again = Math.clamp(seconds / 4, SOONEST_SECONDS, LATEST_SECONDS);
        return new Turn.Later(ticket, place, Duration.ofSeconds(seconds), Duration.ofSeconds(again));
    }

    private void admit() {
        int many = pace.take();
        if (many == 0) return;
        int strangers = pace.forStrangers(many);
        int admitted = admit(true, many - strangers) + admit(false, strangers);
        // what one kind leaves over goes to the other
        if (admitted < many) admitted += admit(false, many - admitted);
        if (admitted < many) admitted += admit(true, many - admitted);
        pace.giveBack(many - admitted);
    }

    private int admit(boolean known, int most) {
        return most == 0 ? 0 : store.admit(known, most, clock.instant(), alive());
    }

    private Instant alive() {
        return clock.instant().minus(GONE_AFTER);
    }

    private Instant held() {
        return clock.instant().minus(TURN_HOLDS);
    }
}
