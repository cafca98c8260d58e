package vn.thucchat.foundation.payments.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.payments.CashReceipt;
import vn.thucchat.foundation.payments.Payable;

/**
 * Where cash is taken.
 *
 * @param payable what is to be paid by the code; null: none was asked for, or there is none
 * @param amount as typed
 * @param means as chosen, {@code reference} as typed
 * @param key of the form, so that it counts once
 * @param found the receipts for {@code payable}, or those whose number was typed
 * @param latest the actor's last receipts
 */
public record CashPage(
        String code,
        @Nullable Payable payable,
        String amount,
        CashReceipt.Means means,
        String reference,
        UUID key,
        List<Fault> faults,
        List<CashReceipt> found,
        List<CashReceipt> latest) {}
