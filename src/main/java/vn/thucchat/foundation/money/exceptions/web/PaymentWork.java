package vn.thucchat.foundation.money.exceptions.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.money.exceptions.Refunds;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.foundation.work.WorkSource;

/** Tells what waits of money: payments that are held, that match nothing, or that are to be given back. */
@Component
@Order(200)
record PaymentWork(PaymentExceptions exceptions, Refunds refunds, HeldPayments held) implements WorkSource {

    @Override
    public List<WorkLine> waiting(Texts t, Actor actor) {
        var items = new ArrayList<WorkLine>();
        if (actor.holds(PaymentRoles.ACCOUNTANT)) keepingBooks(t, actor, items);
        return items;
    }

    private void keepingBooks(Texts t, Actor actor, List<WorkLine> items) {
        List<HeldPayments.Waiting> doubtful = held.open(actor, null, MOST);
        if (!doubtful.isEmpty())
            items.add(WorkLine.of(
                    t.of("work.held", t.number(doubtful.size()) + (doubtful.size() < MOST ? "" : "+")),
                    t.of("work.held.text"),
                    null,
                    "/money/held",
                    t.of("work.action.decide")));
        List<PaymentExceptions.Waiting> waiting = exceptions
                .open(actor, PaymentExceptions.Filter.ALL, PaymentExceptions.OLDEST, Cursor.START, MOST)
                .items();
        if (!waiting.isEmpty())
            items.add(WorkLine.of(
                    t.of("work.money", t.number(waiting.size()) + (waiting.size() < MOST ? "" : "+")),
                    t.of(
                            "work.money.since",
                            t.date(waiting.getFirst().movement().day())),
                    null,
                    "/money/findings",
                    t.of("work.action.decide")));
        List<PaymentExceptions.Waiting> owed =
                refunds.waiting(actor, Cursor.START, MOST).items();
        if (!owed.isEmpty())
            items.add(WorkLine.of(
                    t.of("work.refunds", t.number(owed.size()) + (owed.size() < MOST ? "" : "+")),
                    t.of("work.refunds.text"),
                    null,
                    "/money/refunds",
                    t.of("work.action.give-back")));
    }
}
