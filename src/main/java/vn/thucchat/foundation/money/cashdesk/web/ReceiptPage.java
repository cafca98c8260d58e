package vn.thucchat.foundation.money.cashdesk.web;

import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.pages.Form;

/**
 * A cash receipt.
 *
 * @param holder whose account for charges it is
 * @param words the amount as people read it, in Vietnamese
 * @param mayVoid whether the reader may make it void
 * @param form the reason, as {@code DecisionForm}
 */
public record ReceiptPage(CashReceipt receipt, String holder, String words, boolean mayVoid, Form<?> form) {}
