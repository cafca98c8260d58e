package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.till.PaymentNote.Kind;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
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
    private final Markets markets;
    private final Traders traders;
    private final PaymentMethods methods;
    private final WorkItems work;
    private final InstantSource clock;

    PaymentNotes(
            PaymentNoteStore store,
            StallReceipts takings,
            Markets markets,
            Traders traders,
            PaymentMethods methods,
            WorkItems work,
            InstantSource clock) {
        this.store = store;
        this.takings = takings;
        this.markets = markets;
        this.traders = traders;
        this.methods = methods;
        this.work = work;
        this.clock = clock;
    }

    /** What was written beside a payment; nothing for whoever neither is the trader nor answers for the market's money. */
    public List<PaymentNote> of(Actor actor, Receipts.Receipt receipt) {
        return takings.mayAnswerFor(actor, receipt.stall()) ? notes(receipt) : List.of();
    }

    private List<PaymentNote> notes(Receipts.Receipt receipt) {
        return store.of(receipt.stall().market(), receipt.payment().id(), MOST + 1);
    }

    /**
     * Whether the actor runs the market of a trader who left it, cannot sign in or has no account to be paid on there any
     * more: such a trader may never come back to end a refund.
     */
    public boolean endsForTrader(Actor actor, StallAccount paid) {
        return takings.mayManage(actor, paid) && !takings.own(actor, paid) && !hasTill(paid);
    }

    private boolean hasTill(StallAccount paid) {
        return traders.find(paid.trader())
                        .filter(trader -> trader.account() != null && trader.leftOn() == null)
                        .isPresent()
                && markets.find(paid.market()).map(methods::open).orElse(List.of()).stream()
                        .anyMatch(method ->
                                method.account() != null && method.trader().equals(paid.trader()));
    }

    /**
     * Writes down what the trader who was paid says; the market's manager ends the refund of one who is gone, with a
     * reason.
     *
     * @param key made with the form: what is sent twice is written down once
     * @return stale when a refund is asked for twice, or answered without being asked for, or the key is that of other
     *     words
     */
    @Transactional
    public Result add(Actor actor, Receipts.Receipt receipt, Kind kind, String typed, UUID key) {
        var stall = receipt.stall();
        boolean ends = kind == Kind.REFUND_DONE || kind == Kind.REFUND_REFUSED;
        boolean own = takings.own(actor, stall);
        if (!own && !(ends && endsForTrader(actor, stall))) return new Result.NotFound();
        String text = typed.strip();
        if (text.length() > LONGEST || (text.isEmpty() && (kind == Kind.NOTE || !own)))
            return Result.invalid("text", "till.note.fault");
        UUID payment = receipt.payment().id();
        store.lock(payment);
        var sent = store.sent(stall.market(), payment, key).orElse(null);
        if (sent != null)
            return sent.kind() == kind && sent.text().equals(text) ? new Result.Done(sent.id()) : new Result.Stale();
        List<PaymentNote> before = notes(receipt);
        // the answer to a refund always finds room
        if (!ends && before.size() >= MOST) return Result.invalid("text", "till.note.many");
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
                        payment,
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
                        payment,
                        actor,
                        now,
                        kind == Kind.REFUND_DONE ? WorkItem.Outcome.DONE : WorkItem.Outcome.WITHDRAWN)));
            }
        }
        var note = new PaymentNote(Ids.next(clock), kind, text, now, actor.name());
        store.add(stall.market(), stall.stall(), payment, key, note, actor);
        return new Result.Done(note.id());
    }
}
