package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who sells. Personal number and phone are kept sealed and stay out of this record; see {@code Traders}.
 *
 * @param taxCode 10 or 12 digits, or 10, a hyphen and 3
 * @param account who signs in as this trader
 * @param leftOn the last day, or null
 */
public record Trader(
        UUID market,
        UUID id,
        Kind kind,
        String name,
        @Nullable String taxCode,
        @Nullable UUID account,
        LocalDate joinedOn,
        @Nullable LocalDate leftOn,
        boolean synthetic) {

    /** @param by the account, null for none */
    Trader signingIn(@Nullable UUID by) {
        return new Trader(market, id, kind, name, taxCode, by, joinedOn, leftOn, synthetic);
    }

    Trader leaving(LocalDate on) {
        return new Trader(market, id, kind, name, taxCode, account, joinedOn, on, synthetic);
    }

    /** What the law takes the trader for. */
    public enum Kind {
        PERSON,
        /** hộ kinh doanh */
        HOUSEHOLD,
        COMPANY
    }
}
