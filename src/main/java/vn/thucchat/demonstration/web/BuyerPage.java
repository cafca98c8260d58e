package vn.thucchat.demonstration.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.demonstration.Buyer;
import vn.thucchat.foundation.pages.Fault;

/**
 * The buyer whom a newcomer plays.
 *
 * @param bill what is to be paid; null when it is paid, or was never asked for
 * @param amount as it was typed
 * @param receipt the code of the receipt for what was paid just now; empty before
 * @param figure the address of the figure that it moves
 */
public record BuyerPage(
        Buyer.@Nullable Bill bill, String amount, String receipt, boolean sent, String figure, List<Fault> faults) {}
