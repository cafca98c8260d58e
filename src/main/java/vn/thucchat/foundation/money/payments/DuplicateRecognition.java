package vn.thucchat.foundation.money.payments;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/**
 * Knows movements again. The number that a provider gives its message is that message's identity: the same number again
 * is the same message, another number another movement, whatever the bank's reference. Between tellers of different
 * kinds a reference knows a movement again together with its day, amount and direction, each movement once.
 */
@Component
record DuplicateRecognition(
        MovementStore movements,
        MovementLookupStore lookup,
        TransactionReportStore told,
        DuplicateDetector later,
        SealedRemittances originals,
        DamagedReferences damaged,
        InstantSource clock) {

    private record ById(int account, Movement.Source source, String id) {}

    private record ByReference(int account, String reference, LocalDate day, long amountVnd, boolean incoming) {}

    private record Claimed(int account, long number, Movement.Source source) {}

    /**
     * What is known of some arrivals, by their places.
     *
     * @param same those that are there already
     * @param doubts those that may be another teller's movement, and its number: they have its amount and direction, and
     *     of another day its reference and words, for a bank may have booked it later than it came, or its reference but
     *     for zeros that a spreadsheet program drops
     */
    record Known(Set<Integer> same, Map<Integer, Long> doubts) {}

    /**
     * Which of the arrivals are there already, or in the list before. The accounts must be locked; what tells of another
     * teller's movement is kept beside it.
     */
    Known known(List<TransactionToPost> arrivals, Map<Integer, MovementStore.Count> counts) {
        List<MovementStore.Again> again = movements.known(arrivals);
        var known = new HashSet<Integer>();
        for (var found : again) if (found.number() == 0) known.add(found.place());
        repeated(arrivals, known);
        claim(arrivals, again, known);
        List<Integer> stated = maybeStated(arrivals, known, counts);
        if (!stated.isEmpty()) stated(arrivals, stated, known);
        Map<Integer, Long> doubts = doubts(arrivals, again, known);
        stated.removeIf(place -> known.contains(place) || doubts.containsKey(place));
        if (!stated.isEmpty()) damaged(arrivals, stated, doubts);
        return new Known(known, doubts);
    }

    private void stated(List<TransactionToPost> arrivals, List<Integer> stated, Set<Integer> known) {
        List<TransactionToPost> open = stated.stream().map(arrivals::get).toList();
        var referred = new HashSet<Integer>();
        claim(open, told.referred(open), referred);
        referred.forEach(place -> known.add(stated.get(place)));
        List<Integer> left =
                stated.stream().filter(place -> !known.contains(place)).toList();
        if (left.isEmpty()) return;
        later.known(left.stream().map(arrivals::get).toList(), clock.instant())
                .forEach(place -> known.add(left.get(place)));
    }

    private Map<Integer, Long> doubts(
            List<TransactionToPost> arrivals, List<MovementStore.Again> again, Set<Integer> known) {
        var doubts = new HashMap<Integer, Long>();
        for (var found : again) {
            TransactionToPost arrival = arrivals.get(found.place());
            if (found.sameDay()
                    || arrival.confirmed()
                    || known.contains(found.place())
                    || doubts.containsKey(found.place())) continue;
            Movement other =
                    lookup.find(arrival.account().number(), found.number()).orElseThrow();
            if (resembles(other, arrival.notice())) doubts.put(found.place(), found.number());
        }
        return doubts;
    }

    private void damaged(List<TransactionToPost> arrivals, List<Integer> stated, Map<Integer, Long> doubts) {
        record Teller(int account, Movement.Source source) {}
        Map<Teller, Map<Integer, ReportedTransaction>> tellers = new HashMap<>();
        for (int place : stated) {
            TransactionToPost arrival = arrivals.get(place);
            tellers.computeIfAbsent(new Teller(arrival.account().number(), arrival.source()), _ -> new TreeMap<>())
                    .put(place, ReportedTransaction.of(arrival.notice()));
        }
        tellers.forEach((teller, reports) ->
                doubts.putAll(damaged.doubts(teller.account, teller.source, reports, new HashSet<>())));
    }

    /** Whether the words are those of a movement, as far as they are known. */
    boolean resembles(Movement movement, BankTransaction notice) {
        return originals
                .of(movement)
                .map(original -> ReportedTransaction.resemble(original.memo(), notice.memo()))
                .orElse(true);
    }

    /** Those that the list itself has before. */
    private static void repeated(List<TransactionToPost> arrivals, Set<Integer> known) {
        var ids = new HashSet<ById>();
        var references = new HashMap<ByReference, Map<Movement.Source, Integer>>();
        for (int i = 0; i < arrivals.size(); i++) {
            TransactionToPost arrival = arrivals.get(i);
            BankTransaction notice = arrival.notice();
            int account = arrival.account().number();
            if (known.contains(i)) continue;
            if (!ids.add(new ById(account, arrival.source(), notice.sourceId()))) {
                known.add(i);
                continue;
            }
            if (notice.reference() == null || arrival.source() == Movement.Source.STATEMENT) continue;
            var times = references.computeIfAbsent(
                    new ByReference(account, notice.reference(), notice.day(), notice.amountVnd(), notice.incoming()),
                    _ -> new EnumMap<>(Movement.Source.class));
            int most = times.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            if (times.merge(arrival.source(), 1, Integer::sum) <= most) known.add(i);
        }
    }

    private void claim(List<TransactionToPost> arrivals, List<MovementStore.Again> again, Set<Integer> known) {
        var claimed = new HashSet<Claimed>();
        var claims = new ArrayList<TransactionReports.Claim>();
        for (var found : again) {
            TransactionToPost arrival = arrivals.get(found.place());
            if (found.number() == 0 || !found.sameDay() || arrival.confirmed() || known.contains(found.place()))
                continue;
            int account = arrival.account().number();
            if (!claimed.add(new Claimed(account, found.number(), arrival.source()))) continue;
            known.add(found.place());
            claims.add(new TransactionReports.Claim(
                    account,
                    found.number(),
                    arrival.source(),
                    arrival.notice().sourceId(),
                    arrival.notice().reference()));
        }
        if (!claims.isEmpty()) told.claim(claims, clock.instant());
    }

    /** Those of days that a statement has told of before. Hardly ever is there one. */
    private static List<Integer> maybeStated(
            List<TransactionToPost> arrivals, Set<Integer> known, Map<Integer, MovementStore.Count> counts) {
        var places = new ArrayList<Integer>();
        for (int i = 0; i < arrivals.size(); i++) {
            TransactionToPost arrival = arrivals.get(i);
            MovementStore.Count count = counts.get(arrival.account().number());
            LocalDate stated = count == null ? null : count.stated();
            if (stated != null
                    && arrival.source() != Movement.Source.STATEMENT
                    && !arrival.confirmed()
                    && !known.contains(i)
                    && !arrival.notice().day().isAfter(stated)) places.add(i);
        }
        return places;
    }
}
