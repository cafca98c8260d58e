package vn.thucchat.economy.market.till.web;

import java.util.List;
import vn.thucchat.foundation.pages.Fault;

/**
 * Where somebody types the code of a receipt.
 *
 * @param code as typed
 * @param faults that there is none, or nothing
 * @param cash whether the number of a cash voucher was typed, which its own code leads to
 */
public record ReceiptSearchPage(String code, List<Fault> faults, boolean cash) {}
