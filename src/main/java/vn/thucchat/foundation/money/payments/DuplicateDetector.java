package vn.thucchat.foundation.money.payments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;

/**
 * Knows again what a messenger tells after a statement has told it, where one of the two passed no reference on. The
 * messenger's word is kept beside the movement, so that each of two that are alike is known once.
 */
@Component
record DuplicateDetector(TransactionReportStore store, SealedRemittances originals) {

    private record Teller(ReceivingAccount account, Movement.Source source) {}

    private record Candidate(long number, ReportedTransaction told) {}

    /**
     * Which of the arrivals tell, in the same words, of movements that statements told before, by their place in the
     * list. The accounts must be locked.
     */
    Set<Integer> known(List<TransactionToPost> arrivals, Instant now) {
        Set<Integer> known = new HashSet<>();
        Map<Teller, List<Integer>> tellers = new LinkedHashMap<>();
        for (int i = 0; i < arrivals.size(); i++) {
            TransactionToPost arrival = arrivals.get(i);
            tellers.computeIfAbsent(new Teller(arrival.account(), arrival.source()), _ -> new ArrayList<>())
                    .add(i);
        }
        var claims = new ArrayList<TransactionReports.Claim>();
        tellers.forEach((teller, places) -> {
            List<BankTransaction> notices =
                    places.stream().map(i -> arrivals.get(i).notice()).toList();
            List<ReportedTransaction> told =
                    notices.stream().map(ReportedTransaction::of).toList();
            List<Candidate> candidates = candidates(teller, told);
            Map<Integer, Integer> pairs = ReportedTransaction.pairs(
                    candidates.stream().map(Candidate::told).toList(), told);
            pairs.forEach((candidate, notice) -> {
                known.add(places.get(notice));
                BankTransaction later = notices.get(notice);
                claims.add(new TransactionReports.Claim(
                        teller.account().number(),
                        candidates.get(candidate).number(),
                        teller.source(),
                        later.sourceId(),
                        later.reference()));
            });
        });
        if (!claims.isEmpty()) store.claim(claims, now);
        return known;
    }

    private List<Candidate> candidates(Teller teller, List<ReportedTransaction> told) {
        var candidates = new ArrayList<Candidate>();
        for (TransactionReportStore.Stated stated :
                store.candidates(teller.account().number(), teller.source(), ReportedTransaction.bookedAs(told))) {
            Movement movement = stated.movement();
            originals
                    .read(movement, stated.sealed())
                    .ifPresent(original -> candidates.add(new Candidate(
                            movement.number(),
                            ReportedTransaction.of(movement, original, movement.day(), stated.references()))));
        }
        return candidates;
    }
}
