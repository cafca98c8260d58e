package vn.thucchat.foundation.money.cashdesk.web;

import java.util.List;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.pages.Form;

/**
 * The form that takes money for several charges, shown again for a fault in the number of Mobile Money.
 *
 * @param lines that were chosen
 * @param form means, reference and key, as they were sent
 * @param back the page that it was sent from
 */
public record CashTotalPage(List<Line> lines, Form<?> form, String back) {

    /** @param toldVnd đồng that the payer was told */
    public record Line(Payable payable, long toldVnd) {}

    public long totalVnd() {
        return lines.stream().mapToLong(Line::toldVnd).sum();
    }
}
