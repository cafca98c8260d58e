package vn.thucchat.economy.market.register.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * A market as a person types it.
 *
 * @param code made of the name where none is typed
 * @param opened only for a new one, and so is {@code unit}
 * @param version of the market that the page showed
 */
record MarketForm(
        @NotBlank(message = "market.name.fault") String name,
        String code,
        String unit,
        @Nullable LocalDate opened,

        @Pattern(regexp = "[1-3]?", message = "market.class.fault")
        String marketClass,

        String address,
        String connection,
        String chargesBin,
        String chargesAccount,
        String chargesHolder,
        @Nullable Integer version) {

    /** The code as typed, or made of the name. */
    String addressCode() {
        return code.isEmpty() ? code(name) : code;
    }

    Markets.Draft draft(String ofUnit, LocalDate openedOn) {
        boolean charges = !(chargesBin + chargesAccount + chargesHolder).isEmpty();
        return new Markets.Draft(
                addressCode(),
                name,
                ofUnit,
                marketClass.isEmpty() ? null : Integer.valueOf(marketClass),
                address,
                openedOn,
                connection.isEmpty() ? null : connection,
                charges ? new AccountsOfMarket.Draft(chargesBin, chargesAccount, chargesHolder) : null);
    }

    /** A code made of a name: {@code cho-dai-tu} of "Chợ Đại Từ"; empty where nothing can be made of it. */
    static String code(String name) {
        String bare = VietnameseText.fold(name).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return bare.length() > 40 ? bare.substring(0, 40).replaceAll("-$", "") : bare;
    }
}
