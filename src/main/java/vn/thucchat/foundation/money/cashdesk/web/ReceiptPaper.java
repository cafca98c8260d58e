package vn.thucchat.foundation.money.cashdesk.web;

import vn.thucchat.foundation.money.cashdesk.CashReceipt;

/**
 * A cash receipt on A5.
 *
 * @param words the amount as people read it, in Vietnamese
 * @param record the address where it can be checked
 */
public record ReceiptPaper(CashReceipt receipt, String holder, String words, String record) {}
