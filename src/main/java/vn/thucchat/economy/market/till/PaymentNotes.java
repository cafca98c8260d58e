package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.till.PaymentNote.Kind;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/**
 * Keeps what traders write beside payments, and the refunds that buyers ask for. The money itself goes back from the
 * trader's own bank: the market's managers see that it is asked for, as work, until the trader answers.
 */
@Service
public class PaymentNotes {

    public static final int LONGEST = 200;
    /** Code of the kind of work. */
    public static final String REFUND = "market.refund";

    private static final int MOST = 50;

    private final PaymentNoteStore store;
    private final StallReceipts takings;
    private final WorkItems work;
    private final InstantSource clock;

    PaymentNotes(PaymentNoteStore store, StallReceipts takings, WorkItems work, InstantSource clock) {
        this.store = store;
        this.takings = takings;
        this.work = work;
        this.clock = clock;
    }

    /** What was written beside a payment; nothing for whoever neither is the trader nor answers for the market's money. */
    public List<PaymentNote> of(Actor actor, Receipts.Receipt receipt) {
        return takings.mayAnswerFor(actor, receipt.stall()) ? notes(receipt) : List.of();
    }

    private List<PaymentNote> notes(Receipts.Receipt receipt) {
        return store.of(
                receipt.stall().market(),
                receipt.stall().stall(),
                receipt.payment().id(),
                MOST);
    }

    /** @return stale when a refund is asked for twice, or answered without being asked for */
    @Transactional
    public Result add(Actor trader, Receipts.Receipt receipt, Kind kind, String typed) {
        var stall = receipt.stall();
        if (takings.till(trader, stall.stall()).isEmpty()) return new Result.NotFound();
        String text = typed.strip();
        if (text.length() > LONGEST || (kind == Kind.NOTE && text.isEmpty()))
            return Result.invalid("text", "till.note.fault");
        List<PaymentNote> before = notes(receipt);
        if (before.size() >= MOST) return Result.invalid("text", "till.note.many");
        boolean open = PaymentNote.refundOpen(before);
        Instant now = clock.instant();
        switch (kind) {
            case NOTE -> {}
            case REFUND_ASKED -> {
                if (open) return new Result.Stale();
                work.open(List.of(new WorkItems.Opening(
                        REFUND,
                        stall.unit(),
                        null,
                        receipt.payment().id(),
                        List.of(stall.number(), Long.toString(receipt.payment().amountVnd()), stall.marketName()),
                        stall.synthetic(),
                        now,
                        null)));
            }
            case REFUND_DONE, REFUND_REFUSED -> {
                if (!open) return new Result.Stale();
                work.close(List.of(new WorkItems.Ending(
                        REFUND,
                        stall.unit(),
                        receipt.payment().id(),
                        trader,
                        now,
                        kind == Kind.REFUND_DONE ? WorkItem.Outcome.DONE : WorkItem.Outcome.WITHDRAWN)));
            }
        }
        var id = Ids.next(clock);
        store.add(stall.market(), id, stall.stall(), receipt.payment().id(), kind, text, now, trader);
        return new Result.Done(id);
    }
}
