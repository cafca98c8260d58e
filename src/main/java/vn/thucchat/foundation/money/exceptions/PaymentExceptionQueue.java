package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.formats.StatementLine;
import vn.thucchat.foundation.money.payments.ExceptionQueue;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.TransactionToPost;

/** Receives what posting leaves to people, and puts it on their work lists. */
@Component
record PaymentExceptionQueue(
        PaymentExceptionStore exceptions, MatchSuggester suggester, Holding holding, Reversals reversals)
        implements ExceptionQueue {

    @Override
    public void unmatched(List<Unmatched> waiting, Map<Movement, String> owners) {
        var fresh = new ArrayList<PaymentException>();
        for (Unmatched each : waiting) fresh.add(PaymentException.of(each.movement(), each.waitingVnd()));
        fresh.addAll(suggester.of(owners));
        exceptions.insert(fresh);
    }

    @Override
    public void suspectedDuplicate(TransactionToPost arrival, long resembles, Instant now) {
        holding.duplicate(arrival, resembles, now);
    }

    @Override
    public void tooLarge(TransactionToPost arrival, Instant now) {
        holding.tooLarge(arrival, now);
    }

    @Override
    public void reversed(ReceivingAccount account, long movement, StatementLine line) {
        reversals.take(account, movement, line);
    }
}
