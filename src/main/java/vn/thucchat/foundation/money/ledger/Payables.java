package vn.thucchat.foundation.money.ledger;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * Asking for money. Whoever asks is told what became of it by {@code PaymentsReceived}, and may look here at any time.
 */
@Service
public class Payables {

    /**
     * What is asked for: {@link Payable} without what we add.
     *
     * @param amountVnd đồng, above 0
     * @param origin {@code module.thing}; with {@code originId} it makes sure that nothing is asked for twice
     */
    public record Asked(
            int account, long amountVnd, Instant dueAt, String origin, UUID originId, String what, boolean synthetic) {}

    private final PayableStore store;
    private final ReceivingAccounts accounts;
    private final Ledger ledger;
    private final InstantSource clock;

    Payables(PayableStore store, ReceivingAccounts accounts, Ledger ledger, InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Asks for money, for many things in one go. What was asked for before is left as it is, so that a job may try
     * again.
     *
     * @return one for each, in the order asked
     */
    @Transactional
    public List<Payable> ask(List<Asked> wanted) {
        var known = new HashMap<Key, Payable>();
        wanted.stream()
                .map(Asked::origin)
                .distinct()
                .forEach(origin -> of(
                                origin,
                                wanted.stream()
                                        .filter(w -> w.origin().equals(origin))
                                        .map(Asked::originId)
                                        .toList())
                        .forEach(payable -> known.put(Key.of(payable), payable)));
        // as fine as the database keeps it, so that what is asked is what is found
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<Payable> fresh = wanted.stream()
                .filter(asked -> !known.containsKey(Key.of(asked)))
                .map(asked -> new Payable(
                        asked.account(),
                        ReferenceCode.next(),
                        asked.amountVnd(),
                        0,
                        asked.dueAt().truncatedTo(ChronoUnit.MICROS),
                        now,
                        Payable.State.OPEN,
                        asked.origin(),
                        asked.originId(),
                        asked.what(),
                        asked.synthetic()))
                .toList();
        if (!fresh.isEmpty()) {
            store.insert(fresh);
            ledger.owe(ofCharges(fresh), now);
            fresh.forEach(payable -> known.put(Key.of(payable), payable));
        }
        return wanted.stream()
                .map(asked -> Optional.ofNullable(known.get(Key.of(asked))).orElseThrow())
                .toList();
    }

    /** Those of some things that were asked for, in no order. */
    public List<Payable> of(String origin, Collection<UUID> originIds) {
        return originIds.isEmpty() ? List.of() : store.of(origin, originIds);
    }

    /** Finds what was paid so far, in đồng, of each partly paid payable of some accounts, by the id of its origin. */
    public Map<UUID, Long> paidInPart(String origin, Collection<Integer> accounts) {
        return accounts.isEmpty() ? Map.of() : store.paidInPart(origin, accounts);
    }

    /** Those of the codes that there are. */
    public List<Payable> find(Collection<String> codes) {
        return codes.isEmpty() ? List.of() : store.find(codes);
    }

    /** By its code, wherever it is to be paid. */
    public Optional<Payable> find(String code) {
        return ReferenceCode.valid(code) ? store.find(List.of(code)).stream().findFirst() : Optional.empty();
    }

    /**
     * Nobody else pays or cancels these until the caller's transaction ends. Whoever is told of payments and changes a
     * record of its own together with its payable locks here first, as every payment does: where one locks the other way
     * round, the two wait for each other and one of them fails.
     *
     * @return as they are now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Payable> lock(Collection<Payable> wanted) {
        return store.lock(
                wanted.stream().map(Payable::account).toList(),
                wanted.stream().map(Payable::code).toList());
    }

    /** The same for those that there are of some codes, each sought on the account at its place. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Payable> lock(List<Integer> accounts, List<String> codes) {
        return store.lock(accounts, codes);
    }

    /** Locks one. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payable lock(int account, String code) {
        return store.lock(List.of(account), List.of(code)).getFirst();
    }

    /** Stores what {@link Payable#paying} made of some that the caller has locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pay(Collection<Payable> paid) {
        store.change("pay", paid);
    }

    /**
     * Pays one, which the caller has locked: it books and publishes what paid.
     *
     * @param amountVnd đồng, at most what is owed
     * @return as it is now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payable pay(Payable locked, long amountVnd) {
        return change("pay", locked.paying(amountVnd));
    }

    /** Takes a payment of some đồng back: they are owed again, unless nobody waits for them. Otherwise like {@link #pay}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Payable reverse(Payable locked, long amountVnd) {
        boolean cancelled = locked.state() == Payable.State.CANCELLED;
        return change(cancelled ? "reverse cancelled" : "reverse", locked.reversing(amountVnd));
    }

    private Payable change(String act, Payable changed) {
        store.change(act, List.of(changed));
        return changed;
    }

    /** Open ones of an account of exactly so much, for a person to choose from. */
    public List<Payable> open(int account, long amountVnd, int limit) {
        return store.open(account, amountVnd, limit);
    }

    /** Open ones of an account whose code begins so, for a person to choose from. */
    public List<Payable> beginning(int account, String code, int limit) {
        return store.beginning(account, code, limit);
    }

    /** Open ones whose code begins with one of some, each sought on the account at its place. */
    public List<Payable> near(List<Integer> accounts, List<String> codes, int limitEach) {
        return store.near(accounts, codes, limitEach);
    }

    /**
     * Nobody waits for the rest any more: what was paid stays paid, what comes later has to be looked at.
     *
     * @return how many were open
     */
    @Transactional
    public int cancel(Collection<Payable> wanted) {
        List<Payable> cancelled = lock(wanted).stream()
                .filter(payable -> payable.state() == Payable.State.OPEN)
                .toList();
        if (cancelled.isEmpty()) return 0;
        store.change(
                "cancel",
                cancelled.stream()
                        .map(payable -> payable.with(payable.paidVnd(), Payable.State.CANCELLED))
                        .toList());
        ledger.forgive(ofCharges(cancelled), clock.instant());
        return cancelled.size();
    }

    /** Only these are booked: what a trader sells is no business of the platform's. */
    private List<Payable> ofCharges(List<Payable> payables) {
        var charging = new HashSet<Integer>();
        accounts.find(payables.stream().map(Payable::account).distinct().toList()).stream()
                .filter(account -> account.purpose() == ReceivingAccount.Purpose.CHARGES)
                .forEach(account -> charging.add(account.number()));
        return payables.stream()
                .filter(payable -> charging.contains(payable.account()))
                .toList();
    }

    private record Key(int account, String origin, UUID originId) {
        static Key of(Asked asked) {
            return new Key(asked.account(), asked.origin(), asked.originId());
        }

        static Key of(Payable payable) {
            return new Key(payable.account(), payable.origin(), payable.originId());
        }
    }
}
