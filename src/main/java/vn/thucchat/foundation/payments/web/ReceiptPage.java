package vn.thucchat.foundation.payments.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.payments.CashReceipt;

/**
 * A cash receipt.
 *
 * @param holder whose account for charges it is
 * @param words the amount as people read it, in Vietnamese
 * @param mayVoid whether the reader may make it void
 * @param reason as typed
 */
public record ReceiptPage(
        CashReceipt receipt, String holder, String words, boolean mayVoid, String reason, List<Fault> faults) {}
