package vn.thucchat.economy.market.traders;

import java.util.Set;
import vn.thucchat.foundation.identity.access.Actor;

/**
 * Accounts that no stall is paid on any more. Published in the transaction that ends the last way to pay to them.
 *
 * @param accounts the payments module's numbers
 */
public record AccountsReleased(Actor by, Set<Integer> accounts) {}
