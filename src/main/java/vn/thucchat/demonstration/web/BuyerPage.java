package vn.thucchat.demonstration.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.demonstration.Buyer;
import vn.thucchat.foundation.pages.Form;

/**
 * The buyer whom a newcomer plays.
 *
 * @param bill what is to be paid; null when it is paid, or was never asked for
 * @param receipt the code of the receipt for what was paid just now; empty before
 * @param figure the address of the figure that it moves
 */
public record BuyerPage(Buyer.@Nullable Bill bill, Form<?> form, String receipt, boolean sent, String figure) {}
