package vn.thucchat.economy.market.register;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A stall in a list.
 *
 * @param trader who rents it on the day asked for, or null
 * @param ways the banks and wallets where the stall takes money without cash, such as {@code BIDV, Vietcombank}; empty: none
 */
public record StallLine(
        UUID id,
        String number,
        String zone,
        String goods,
        boolean closed,
        @Nullable UUID trader,
        @Nullable String traderName,
        String ways) {}
