package vn.thucchat.foundation.money.cashdesk.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.cashdesk.CashReceipt;
import vn.thucchat.foundation.money.ledger.Payable;
import vn.thucchat.foundation.pages.Form;

/**
 * Where cash is taken.
 *
 * @param payable what is to be paid by the code; null: none was asked for, or there is none
 * @param form as {@code CashForm}
 * @param found the receipts for {@code payable}, or those whose number was typed
 * @param latest the actor's last receipts
 */
public record CashPage(@Nullable Payable payable, Form<?> form, List<CashReceipt> found, List<CashReceipt> latest) {}
