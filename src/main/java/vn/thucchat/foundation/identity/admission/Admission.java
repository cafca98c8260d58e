package vn.thucchat.foundation.identity.admission;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
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
    /** Pages ask every 30 seconds at the latest: who did not is not there to use a turn. */
    private static final Duration THERE = Duration.ofSeconds(35);

    private static final Duration GHOSTS_SWEPT_AFTER = Duration.ofMinutes(2);
    /** Whole districts of telephones share one address. */
    private static final int MOST_OF_NETWORK = 300;
    /** Of each kind. */
    private static final int MOST_IN_ALL = 20_000;

    /** Of those who came before no more are counted. */
    public static final int COUNTED = 5000;

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
         * @param retryAfter when to look again
         */
        record Later(UUID ticket, int place, Duration about, Duration retryAfter) implements Turn {

            /** Whether more came before than are counted. */
            public boolean beyondCount() {
                return place > COUNTED;
            }
        }

        /** No place is left, or none for this network. */
        record Full(Duration retryAfter) implements Turn {}
    }

    private final TicketStore store;
    private final AdmissionRate rate;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    @Autowired
    Admission(TicketStore store, Capacity capacity, TransactionTemplate transactions, InstantSource clock) {
        this(store, capacity, transactions, clock, System::nanoTime);
    }

    /** @param nanos of a clock that does not jump */
    Admission(
            TicketStore store,
            Capacity capacity,
            TransactionTemplate transactions,
            InstantSource clock,
            LongSupplier nanos) {
        this.store = store;
        this.transactions = transactions;
        this.rate = new AdmissionRate(capacity, nanos);
        this.clock = clock;
    }

    /**
     * Says whether somebody may type their password; who has to wait has a place from now on.
     *
     * @param ticket what the browser keeps, or null
     */
    public Turn peek(@Nullable UUID ticket, SignInOrigin comer) {
        return turn(ticket, comer, rate::hasRoom);
    }

    /**
     * Says whether a password that was sent is looked at. One turn is good for three.
     */
    public Turn admitAttempt(@Nullable UUID ticket, SignInOrigin comer) {
        // a browser keeps a ticket for longer than its row: it takes room once, as one who comes now
        UUID there = ticket != null && see(ticket, comer).isPresent() ? ticket : null;
        Turn turn = turn(there, comer, rate::takeRoom);
        if (!(turn instanceof Turn.Now) || there == null) return turn;
        if (store.use(there, MOST_ATTEMPTS, held())) return turn;
        // used up
        store.delete(there);
        return turn(null, comer, rate::takeRoom);
    }

    /** More came at once than was to be seen before: the attempt was not looked at. */
    public Turn putOff(@Nullable UUID ticket, SignInOrigin comer) {
        var place =
                ticket == null ? null : store.putBack(ticket, clock.instant()).orElse(null);
        return ticket == null || place == null ? queue(comer) : later(ticket, place.known());
    }

    /** Whether it is the holder's turn now, because they waited for it. */
    public boolean admitted(UUID ticket) {
        return store.see(ticket, null, clock.instant(), held())
                .filter(place -> place.admittedAt() != null)
                .isPresent();
    }

    /** The holder is in, and needs it no more. */
    public void leave(UUID ticket) {
        store.delete(ticket);
    }

    int sweep() {
        return store.sweep(clock.instant().minus(SWEPT_AFTER), clock.instant().minus(GHOSTS_SWEPT_AFTER));
    }

    private Turn turn(@Nullable UUID ticket, SignInOrigin comer, BooleanSupplier room) {
        var place = ticket == null ? null : see(ticket, comer).orElse(null);
        if (ticket == null || place == null)
            return !store.waiting(alive()) && room.getAsBoolean() ? new Turn.Now() : queue(comer);
        if (place.admittedAt() != null) return new Turn.Now();
        admit();
        place = see(ticket, comer).orElse(place);
        return place.admittedAt() != null ? new Turn.Now() : later(ticket, place.known());
    }

    private Optional<TicketStore.Place> see(UUID ticket, SignInOrigin comer) {
        return alone(comer.device(), () -> store.see(ticket, comer.device(), clock.instant(), held()));
    }

    /** Runs an action that finds or assigns the place of a browser; other requests of the same browser wait meanwhile. */
    private <T> T alone(@Nullable String device, Supplier<T> step) {
        if (device == null) return step.get();
        return Objects.requireNonNull(transactions.execute(_ -> {
            store.lock(device);
            return step.get();
        }));
    }

    private Turn queue(SignInOrigin comer) {
        return alone(comer.device(), () -> queued(comer));
    }

    private Turn queued(SignInOrigin comer) {
        String device = comer.device();
        UUID held = device == null ? null : store.ofDevice(device, alive()).orElse(null);
        if (held != null) return later(held, true);
        boolean crowded =
                device == null && store.ofNetwork(comer.network(), MOST_OF_NETWORK, alive()) == MOST_OF_NETWORK;
        if (crowded || store.waiting(comer.known(), MOST_IN_ALL, alive()) == MOST_IN_ALL)
            return new Turn.Full(Duration.ofSeconds(LATEST_SECONDS));
        UUID ticket = Ids.next(clock);
        store.insert(ticket, comer, clock.instant());
        return later(ticket, comer.known());
    }

    private Turn.Later later(UUID ticket, boolean known) {
        int place = store.ahead(ticket, known, COUNTED, alive()) + 1;
        double share = store.waiting(!known, alive()) ? AdmissionRate.share(known) : 1;
        long seconds = Math.max(1, (long) Math.ceil(place / (rate.perSecond() * share)));
        long retryAfter = Math.clamp(seconds / 4, SOONEST_SECONDS, LATEST_SECONDS);
        return new Turn.Later(ticket, place, Duration.ofSeconds(seconds), Duration.ofSeconds(retryAfter));
    }

    private void admit() {
        int many = rate.take();
        if (many == 0) return;
        int strangers = rate.forStrangers(many);
        int admitted = admit(true, many - strangers) + admit(false, strangers);
        // what one kind leaves over goes to the other
        if (admitted < many) admitted += admit(false, many - admitted);
        if (admitted < many) admitted += admit(true, many - admitted);
        rate.giveBack(many - admitted);
    }

    private int admit(boolean known, int most) {
        return most == 0
                ? 0
                : store.admit(known, most, clock.instant(), clock.instant().minus(THERE));
    }

    private Instant alive() {
        return clock.instant().minus(GONE_AFTER);
    }

    private Instant held() {
        return clock.instant().minus(TURN_HOLDS);
    }
}
