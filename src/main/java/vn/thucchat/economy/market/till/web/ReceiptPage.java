package vn.thucchat.economy.market.till.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.PaymentNote;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/**
 * @param line how it stands to what was asked for; null when the bank took it back
 * @param qr the picture that leads back to it, as SVG
 * @param own whether the trader who was paid reads it
 * @param evidence shown as the act behind a figure, not as a receipt that somebody holds
 * @param notes what is written beside it, for those who may read that
 * @param manager whether a manager reads it who may end the refund that a trader who is gone left open
 * @param form of a note
 */
public record ReceiptPage(
        Receipts.Receipt receipt,
        StallReceipts.@Nullable Line line,
        String qr,
        boolean own,
        boolean evidence,
        List<PaymentNote> notes,
        boolean manager,
        Form<?> form) {

    /** Whether the reader may write beside it, or end what is open. */
    public boolean writable() {
        return own || manager;
    }

    /** Whether the buyer asked for the money back and nobody answered. */
    public boolean refundOpen() {
        return PaymentNote.refundOpen(notes);
    }

    /** The amount in words, as papers write it. */
    public String words() {
        String words = VietnameseWords.amount(receipt.payment().amountVnd()) + " đồng";
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether it paid a part of what was asked for. */
    public boolean part() {
        return line != null && line.dueVnd() > 0 && receipt.payment().amountVnd() < line.dueVnd();
    }
}
