package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.money.exceptions.ExceptionResolutions.Resolution;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;

/**
 * The look before many are decided at once.
 *
 * @param out those of the chosen of which this cannot be said, or that are decided by now
 * @param uses the markets whose charges the accounts are for, by our numbers of the accounts
 * @param back the list from where they were chosen
 */
public record BulkResolutionPage(
        Resolution how,
        List<PaymentExceptions.Waiting> rows,
        List<PaymentExceptions.Waiting> out,
        Map<Integer, String> uses,
        String back) {

    public List<String> chosen() {
        return rows.stream()
                .map(it -> ChosenPaymentException.of(it.finding()).toString())
                .toList();
    }

    /** Đồng that wait, of all that will be decided. */
    public long totalVnd() {
        return rows.stream().mapToLong(it -> it.finding().waitingVnd()).sum();
    }

    public String place(PaymentExceptions.Waiting it) {
        return uses.getOrDefault(it.account().number(), it.account().holder());
    }
}
