package vn.thucchat.foundation.money.payments;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.ledger.Ledger;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * Stores movements with what they pay, the books, the work they make and the facts that others record of them: all of a
 * list in one transaction, each of them once.
 */
@Component
public class Posting {

    /** What one notification to other processes may hold is 8,000 bytes. */
    private static final int TOLD_AT_ONCE = 600;

    private final MovementStore movements;
    private final DuplicateRecognition recognition;
    private final Payables payables;
    private final ExceptionQueue exceptions;
    private final Ledger ledger;
    private final Seal seal;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Posting(
            MovementStore movements,
            DuplicateRecognition recognition,
            Payables payables,
            ExceptionQueue exceptions,
            Ledger ledger,
            Seal seal,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.movements = movements;
        this.recognition = recognition;
        this.payables = payables;
        this.exceptions = exceptions;
        this.ledger = ledger;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
    }

    /** @return for each arrival in its order the movement that it became; empty when it was there before, or is held */
    @Transactional(propagation = Propagation.REQUIRED)
    public List<Optional<Movement>> post(List<TransactionToPost> arrivals) {
        var accounts = new HashSet<Integer>();
        for (TransactionToPost arrival : arrivals)
            accounts.add(arrival.account().number());
        Map<Integer, MovementStore.Count> counts = movements.lock(accounts);
        DuplicateRecognition.Known recognised = recognition.known(arrivals, counts);
        var known = new HashSet<>(recognised.same());
        recognised.doubts().forEach((place, movement) -> {
            known.add(place);
            exceptions.suspectedDuplicate(arrivals.get(place), movement, clock.instant());
        });
        List<TransactionToPost> fresh = new ArrayList<>();
        for (int i = 0; i < arrivals.size(); i++) if (!known.contains(i)) fresh.add(arrivals.get(i));
        Iterator<Movement> posted = (fresh.isEmpty() ? List.<Movement>of() : post(fresh, counts)).iterator();
        var results = new ArrayList<Optional<Movement>>(arrivals.size());
        for (int i = 0; i < arrivals.size(); i++)
            results.add(known.contains(i) ? Optional.empty() : Optional.of(posted.next()));
        return results;
    }

    private List<Movement> post(List<TransactionToPost> fresh, Map<Integer, MovementStore.Count> counts) {
        List<List<String>> codes = fresh.stream()
                .map(arrival -> arrival.notice().incoming()
                        ? ReferenceCode.in(arrival.notice().memo())
                        : List.<String>of())
                .toList();
        Matching matching = matching(fresh, codes);
        Instant now = clock.instant();
        var posted = new ArrayList<Movement>(fresh.size());
        var received = new ArrayList<Payment>(fresh.size());
        var entries = new MovementEntries(ledger);
        var waiting = new ArrayList<ExceptionQueue.Unmatched>();
        var owners = new LinkedHashMap<Movement, String>();
        var originals = new LinkedHashMap<Movement, byte[]>();
        var counted = new TreeMap<Integer, MovementStore.Count>();
        for (int i = 0; i < fresh.size(); i++) {
            TransactionToPost arrival = fresh.get(i);
            Matching.Verdict verdict = matching.of(arrival, codes.get(i));
            int account = arrival.account().number();
            MovementStore.Count before = counted.getOrDefault(account, Objects.requireNonNull(counts.get(account)));
            Movement movement = movement(arrival, verdict, before.last() + 1, now);
            posted.add(movement);
            counted.put(account, before.and(movement));
            Payment.Paid paid = verdict.paid();
            if (arrival.account().purpose() == ReceivingAccount.Purpose.CHARGES) {
                long credited = paid == null ? 0 : paid.creditedVnd();
                entries.add(movement, verdict.code(), credited);
                if (movement.outcome().waits())
                    waiting.add(new ExceptionQueue.Unmatched(movement, movement.amountVnd() - credited));
            }
            if (movement.outcome() == MatchStatus.OWNER)
                owners.put(movement, arrival.notice().memo());
            if (movement.incoming()) received.add(Payment.of(movement, Payment.Kind.ARRIVED, paid));
            if (arrival.original() != null)
                originals.put(
                        movement, seal.close(arrival.original().getBytes(StandardCharsets.UTF_8), original(movement)));
        }
        movements.insert(posted);
        movements.count(counted);
        if (!originals.isEmpty()) movements.keep(originals);
        if (!matching.changed().isEmpty()) payables.pay(matching.changed());
        entries.book();
        exceptions.unmatched(waiting, owners);
        if (!received.isEmpty()) events.publishEvent(new PaymentsReceived(received));
        tell(new ArrayList<>(counted.keySet()));
        return posted;
    }

    private Matching matching(List<TransactionToPost> fresh, List<List<String>> codes) {
        var accounts = new ArrayList<Integer>();
        var named = new ArrayList<String>();
        for (int i = 0; i < fresh.size(); i++)
            for (String code : codes.get(i)) {
                accounts.add(fresh.get(i).account().number());
                named.add(code);
            }
        if (named.isEmpty()) return new Matching(List.of(), List.of());
        List<Payable> here = payables.lock(accounts, named);
        Set<String> missing = new LinkedHashSet<>(named);
        here.forEach(payable -> missing.remove(payable.code()));
        // what is named twice on different accounts is found on one of them and wrong on the other
        var there = new HashSet<String>();
        here.forEach(payable -> there.add(payable.account() + " " + payable.code()));
        for (int i = 0; i < named.size(); i++)
            if (!there.contains(accounts.get(i) + " " + named.get(i))) missing.add(named.get(i));
        return new Matching(here, missing.isEmpty() ? List.of() : payables.find(missing));
    }

    private Movement movement(TransactionToPost arrival, Matching.Verdict verdict, long number, Instant now) {
        BankTransaction notice = arrival.notice();
        return new Movement(
                arrival.account().number(),
                number,
                Ids.next(clock),
                notice.at(),
                BusinessTime.day(notice.at()),
                now,
                notice.incoming(),
                notice.amountVnd(),
                verdict.outcome(),
                arrival.source(),
                notice.sourceId(),
                notice.reference(),
                verdict.code(),
                arrival.account().synthetic());
    }

    private void tell(List<Integer> accounts) {
        for (int from = 0; from < accounts.size(); from += TOLD_AT_ONCE)
            movements.tell(String.join(
                    ",",
                    accounts.subList(from, Math.min(accounts.size(), from + TOLD_AT_ONCE)).stream()
                            .map(String::valueOf)
                            .toList()));
    }

    /** What an original is sealed for. */
    static String original(Movement movement) {
        return "payments.original " + movement.account() + " " + movement.number();
    }
}
