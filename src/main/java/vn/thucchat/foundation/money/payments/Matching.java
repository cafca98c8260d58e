package vn.thucchat.foundation.money.payments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.ledger.Payable;

/**
 * Says what movements pay, one after the other: what one has paid is not owed to the next. Knows only what it is given,
 * and asks nothing of a database.
 */
final class Matching {

    /**
     * @param code what the memo names and somebody asked for; null: nothing
     * @param paid what it pays; null: nothing
     */
    record Verdict(MatchStatus outcome, @Nullable String code, Payment.@Nullable Paid paid) {}

    private record At(int account, String code) {}

    private final Map<At, Payable> here = new HashMap<>();
    private final Map<String, Payable> anywhere = new HashMap<>();
    private final Map<At, Payable> changed = new LinkedHashMap<>();

    /**
     * @param payable those that memos name, on the accounts where the money came in: locked
     * @param elsewhere those of other accounts, by the codes that were not found
     */
    Matching(Collection<Payable> payable, Collection<Payable> elsewhere) {
        payable.forEach(p -> here.put(new At(p.account(), p.code()), p));
        elsewhere.forEach(p -> anywhere.put(p.code(), p));
    }

    /** Those that were paid, as they are now. */
    List<Payable> changed() {
        return new ArrayList<>(changed.values());
    }

    Verdict of(TransactionToPost arrival, List<String> codes) {
        BankTransaction notice = arrival.notice();
        if (!notice.incoming())
            return new Verdict(notice.reversal() ? MatchStatus.REVERSAL : MatchStatus.IGNORED_DEBIT, null, null);
        Payable meant = meant(arrival, codes);
        if (meant != null) return pay(notice, meant);
        for (String code : codes)
            if (anywhere.containsKey(code)) return new Verdict(MatchStatus.WRONG_ACCOUNT, code, null);
        return new Verdict(
                switch (arrival.account().purpose()) {
                    case OWNER -> MatchStatus.OWNER;
                    case CHARGES -> MatchStatus.UNMATCHED;
                },
                null,
                null);
    }

    /** Of those that the memo names what is owed exactly so, or what is owed, or the first: an old code may be left in it. */
    private @Nullable Payable meant(TransactionToPost arrival, List<String> codes) {
        Payable meant = null;
        for (String code : codes) {
            Payable payable = here.get(new At(arrival.account().number(), code));
            if (payable == null) continue;
            if (payable.state() == Payable.State.OPEN
                    && payable.owedVnd() == arrival.notice().amountVnd()) return payable;
            if (meant == null || (meant.state() != Payable.State.OPEN && payable.state() == Payable.State.OPEN))
                meant = payable;
        }
        return meant;
    }

    private Verdict pay(BankTransaction notice, Payable payable) {
        return switch (payable.state()) {
            case CANCELLED -> new Verdict(MatchStatus.UNMATCHED, payable.code(), null);
            case PAID -> new Verdict(MatchStatus.DUPLICATE, payable.code(), paid(payable, 0));
            case OPEN -> {
                long credited = Math.min(payable.owedVnd(), notice.amountVnd());
                Payable after = payable.paying(credited);
                var at = new At(payable.account(), payable.code());
                here.put(at, after);
                changed.put(at, after);
                yield new Verdict(outcome(notice, payable), payable.code(), paid(after, credited));
            }
        };
    }

    private static MatchStatus outcome(BankTransaction notice, Payable payable) {
        int more = Long.compare(notice.amountVnd(), payable.owedVnd());
        if (more < 0) return MatchStatus.UNDERPAID;
        if (more > 0) return MatchStatus.OVERPAID;
        return notice.at().isAfter(payable.dueAt()) ? MatchStatus.LATE : MatchStatus.MATCHED;
    }

    private static Payment.Paid paid(Payable payable, long credited) {
        return new Payment.Paid(payable.code(), payable.origin(), payable.originId(), credited, payable.owedVnd());
    }
}
