package vn.thucchat.economy.market.traders.web;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;

/**
 * A trader as a person types it.
 *
 * @param joined only for a new trader
 * @param seen the sign-in that the page showed, if any
 * @param stall where to go on to with a contract once the trader is there
 */
record TraderForm(
        @NotNull(message = "market.trader.kind.fault") Trader.Kind kind,
        String name,
        String tax,
        String personal,
        String phone,
        @Nullable LocalDate joined,
        String username,
        @Nullable UUID seen,
        @Nullable UUID stall) {

    Traders.Draft draft(LocalDate joinedOn) {
        return new Traders.Draft(kind, name, tax, personal, phone, joinedOn, username);
    }
}
