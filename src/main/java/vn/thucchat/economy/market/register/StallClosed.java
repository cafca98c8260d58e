package vn.thucchat.economy.market.register;

import java.util.UUID;
import vn.thucchat.foundation.identity.access.Actor;

/** Nothing is sold at a stall any more. Published in the transaction that closes it. */
public record StallClosed(Actor by, Market market, UUID stall) {}
