package vn.thucchat.foundation.money.exceptions.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.exceptions.HeldPayment;
import vn.thucchat.foundation.money.exceptions.HeldPayments;
import vn.thucchat.foundation.money.payments.RemittanceInfo;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * A payment that counts only when an accountant has said so.
 *
 * @param choices the accounts that it may be for
 * @param opened whether what came with it was asked for
 * @param original what came with it; null: not asked for, or deleted since
 * @param form as {@code DecisionForm}
 */
public record HeldPaymentPage(
        HeldPayments.Waiting waiting,
        List<Option> choices,
        boolean opened,
        @Nullable RemittanceInfo original,
        Form<?> form) {

    public HeldPayment payment() {
        return waiting.payment();
    }

    /** The address of this page. */
    public String at() {
        return "/money/held/" + payment().id();
    }
}
