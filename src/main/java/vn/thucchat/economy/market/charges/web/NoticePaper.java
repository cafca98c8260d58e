package vn.thucchat.economy.market.charges.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.Charge;

/**
 * Notices of charges on paper, each on a page of A5.
 *
 * @param reminder whether they remind of what is overdue
 * @param note that the data are invented, or null
 */
public record NoticePaper(
        String market,
        List<Notice> notices,
        boolean reminder,
        @Nullable String note) {

    /**
     * @param owedVnd đồng, what is missing of the charge
     * @param month as it is read
     * @param payload of the QR code that pays it
     */
    public record Notice(
            Charge charge, long owedVnd, String month, String bank, String account, String holder, String payload) {}
}
