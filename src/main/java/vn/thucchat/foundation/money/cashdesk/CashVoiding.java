package vn.thucchat.foundation.money.cashdesk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.money.ledger.Payables;
import vn.thucchat.foundation.pages.Result;

/** Makes cash receipts void, which stay readable. Not for who took the cash, but for who keeps the books. */
@Service
public class CashVoiding {

    private static final int LONGEST_REASON = 200;

    private final CashReceiptStore store;
    private final CashReceipts receipts;
    private final Payables payables;
    private final CashBooking booking;
    private final InstantSource clock;

    CashVoiding(
            CashReceiptStore store,
            CashReceipts receipts,
            Payables payables,
            CashBooking booking,
            InstantSource clock) {
        this.store = store;
        this.receipts = receipts;
        this.payables = payables;
        this.booking = booking;
        this.clock = clock;
    }

    /** Makes a receipt void: what it paid is owed again. */
    @Transactional
    public Result makeVoid(Actor actor, UUID id, String reason) {
        Optional<CashReceipt> found = store.find(id).filter(receipt -> receipts.keeps(actor, receipt));
        if (found.isEmpty()) return new Result.NotFound();
        if (reason.isBlank() || reason.length() > LONGEST_REASON)
            return Result.invalid("reason", "payments.receipt.reason.fault");
        CashReceipt receipt = found.get();
        Payable payable = payables.lock(receipt.account(), receipt.code());
        Instant now = clock.instant();
        if (!store.voided(receipt, now, actor.account(), reason.strip()))
            return new Result.Refused("payments.receipt.void-before");
        booking.voided(actor, receipt, payables.reverse(payable, receipt.amountVnd()), now, reason.strip());
        return new Result.Done(id);
    }
}
