package vn.thucchat.foundation.money.exceptions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.Movement;

/**
 * What money that names nothing on its owner's account may be for: a sale whose code it nearly names, and of which
 * exactly so much is owed. Nothing is paid by a guess; the owner or whoever keeps the books says whether it is right.
 */
@Component
record MatchSuggester(Payables payables) {

    /** More that begin alike say nothing. */
    private static final int MOST = 10;

    /**
     * Where one sale fits, and no other. Asks the database once for all, and hardly ever: few memos hold something near
     * a code.
     *
     * @param memos by the movement that names nothing
     */
    List<PaymentException> of(Map<Movement, String> memos) {
        var near = new LinkedHashMap<Movement, Set<String>>();
        var accounts = new ArrayList<Integer>();
        var codes = new ArrayList<String>();
        memos.forEach((movement, memo) -> {
            Set<String> meant = ReferenceCodeTypos.of(memo);
            if (meant.isEmpty()) return;
            near.put(movement, meant);
            for (String code : meant) {
                accounts.add(movement.account());
                codes.add(code);
            }
        });
        if (near.isEmpty()) return List.of();
        List<Payable> open = payables.near(accounts, codes, MOST);
        var findings = new ArrayList<PaymentException>();
        near.forEach((movement, meant) -> {
            List<String> fit = open.stream()
                    .filter(payable -> fits(movement, meant, payable))
                    .map(Payable::code)
                    .distinct()
                    .toList();
            if (fit.size() == 1) findings.add(PaymentException.guessed(movement, fit.getFirst()));
        });
        return findings;
    }

    private static boolean fits(Movement movement, Set<String> meant, Payable payable) {
        return payable.account() == movement.account()
                && payable.synthetic() == movement.synthetic()
                && payable.owedVnd() == movement.amountVnd()
                && meant.stream().anyMatch(payable.code()::startsWith);
    }
}
