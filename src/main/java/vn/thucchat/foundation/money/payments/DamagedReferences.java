package vn.thucchat.foundation.money.payments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.formats.BankReference;

/**
 * Finds movements whose reference differs from that of a report only by zeros: {@code 000123} and {@code 123}. A spreadsheet
 * program drops the zeros of a reference that it takes for a number, but a bank may give both references: a person decides
 * whether they are one movement.
 */
@Component
record DamagedReferences(StatedMovementStore store, MovementLookupStore lookup, SealedRemittances originals) {

    /** Between what a messenger tells and the bank's booking day. */
    private static final int MOST_DAYS = 3;

    /**
     * By the places of some reports the movement that each may be: of its day, or of some days before or after with its
     * words. Each movement is one report's.
     *
     * @param teller whose movements are no candidates, for it would not tell of one twice; a statement's may be
     * @param taken movements that are known to be another's; what is found is added
     */
    Map<Integer, Long> doubts(
            int account, Movement.Source teller, Map<Integer, ReportedTransaction> reports, Set<Long> taken) {
        var wanted = new HashSet<ReportedTransaction.Alike>();
        var numbered = new TreeMap<Integer, ReportedTransaction>();
        reports.forEach((place, report) -> {
            if (numbers(report.references()).isEmpty()) return;
            numbered.put(place, report);
            for (int days = -MOST_DAYS; days <= MOST_DAYS; days++) wanted.add(report.alike(days));
        });
        if (numbered.isEmpty()) return Map.of();
        Map<String, List<StatedMovementStore.Known>> known = new HashMap<>();
        for (StatedMovementStore.Known candidate : store.known(account, teller, wanted))
            for (String number : numbers(candidate.references()))
                known.computeIfAbsent(number, _ -> new ArrayList<>()).add(candidate);
        var doubts = new HashMap<Integer, Long>();
        // first of their own days: the report of another day must not take what a later one matches better
        for (boolean sameDay : List.of(true, false))
            numbered.forEach((place, report) -> {
                if (doubts.containsKey(place)) return;
                numbers(report.references()).stream()
                        .flatMap(number -> known.getOrDefault(number, List.of()).stream())
                        .filter(candidate -> candidate.day().equals(report.day()) == sameDay
                                && !taken.contains(candidate.number())
                                && like(account, candidate, report))
                        .min(Comparator.comparingLong(StatedMovementStore.Known::number))
                        .ifPresent(candidate -> {
                            taken.add(candidate.number());
                            doubts.put(place, candidate.number());
                        });
            });
        return doubts;
    }

    private boolean like(int account, StatedMovementStore.Known candidate, ReportedTransaction report) {
        if (candidate.amountVnd() != report.amountVnd() || candidate.incoming() != report.incoming()) return false;
        if (!Collections.disjoint(candidate.references(), report.references())) return false;
        if (candidate.day().equals(report.day())) return true;
        // what the bank has booked of two days is two movements
        return !(candidate.booked() && report.booked())
                && originals
                        .of(lookup.find(account, candidate.number()).orElseThrow())
                        .map(original -> ReportedTransaction.resemble(original.memo(), report.signs()))
                        .orElse(true);
    }

    private static Set<String> numbers(Set<String> references) {
        var numbers = new HashSet<String>();
        for (String reference : references) {
            String number = BankReference.asNumber(reference);
            if (number != null) numbers.add(number);
        }
        return numbers;
    }
}
