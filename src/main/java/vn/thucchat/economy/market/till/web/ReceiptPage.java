package vn.thucchat.economy.market.till.web;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.Receipts;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.foundation.vietnamese.VietnameseWords;

/**
 * @param line how it stands to what was asked for; null when the bank took it back
 * @param qr the picture that leads back to it, as SVG
 * @param evidence shown as the act behind a figure, not as a receipt that somebody holds
 */
public record ReceiptPage(Receipts.Receipt receipt, StallReceipts.@Nullable Line line, String qr, boolean evidence) {

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
