package vn.thucchat.economy.market.till;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/** Makes lines of payments at a stall: with what each was for, and the words to be said. */
@Component
record ReceiptLines(Payments payments, Payables payables) {

    /** Lines of what came in and of what the bank took back. */
    List<StallReceipts.Line> of(List<Movement> movements) {
        List<String> codes = movements.stream()
                .map(Movement::code)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<String, Payable> named =
                payables.find(codes).stream().collect(Collectors.toMap(Payable::code, payable -> payable));
        var paid = new HashMap<String, Long>();
        return movements.stream()
                .filter(movement -> movement.incoming() || movement.outcome() == MatchStatus.REVERSAL)
                .map(movement -> line(movement, named.get(movement.code()), paid))
                .toList();
    }

    /** @param paid by code what came in all, as far as it was asked before */
    private StallReceipts.Line line(Movement movement, @Nullable Payable payable, Map<String, Long> paid) {
        // money on another account, or for what was called off, pays nothing of it
        boolean pays = payable != null
                && switch (movement.outcome()) {
                    case MATCHED, UNDERPAID, OVERPAID, LATE, DUPLICATE -> true;
                    case WRONG_ACCOUNT, UNMATCHED, OWNER, REVERSAL, IGNORED_DEBIT -> false;
                };
        long dueVnd = pays ? Objects.requireNonNull(payable).amountVnd() : 0;
        long paidVnd = pays ? paidVnd(Objects.requireNonNull(payable), movement.outcome(), paid) : 0;
        return new StallReceipts.Line(
                movement.id(),
                movement.at(),
                movement.amountVnd(),
                movement.outcome(),
                movement.code(),
                dueVnd,
                paidVnd,
                Loudspeaker.words(movement.amountVnd(), movement.outcome(), dueVnd, paidVnd),
                movement.account(),
                movement.number());
    }

    /** What is asked for counts up to its amount: only where more came, all that came is counted. */
    private long paidVnd(Payable payable, MatchStatus outcome, Map<String, Long> paid) {
        if (outcome != MatchStatus.OVERPAID && outcome != MatchStatus.DUPLICATE) return payable.paidVnd();
        return paid.computeIfAbsent(
                payable.code(),
                _ -> payments.named(payable).stream()
                        .mapToLong(Movement::amountVnd)
                        .sum());
    }
}
