package vn.thucchat.economy.market.register;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.units.UnitCode;

/**
 * A market.
 *
 * @param code in addresses and facets: 2 to 40 small letters, digits and hyphens; never changes
 * @param unit its commune
 * @param marketClass 1 to 3 (Decree 60/2024/NĐ-CP), or null where it has none
 * @param connection the bank connection that hears its traders' accounts; null: none
 * @param chargesAccount the payments module's number of the account for rent and the like
 * @param closedOn the last day, or null while it runs
 */
public record Market(
        UUID id,
        String code,
        String name,
        UnitCode unit,
        @Nullable Integer marketClass,
        String address,
        @Nullable String connection,
        @Nullable Integer chargesAccount,
        LocalDate openedOn,
        @Nullable LocalDate closedOn,
        boolean synthetic,
        int version) {

    /** How the demonstration ends the names of its markets. */
    private static final String INVENTED = " (minh họa)";

    /** The name on pages whose badge says that the market is an invented one: without the mark that says the same. */
    public String nameBesideBadge() {
        return synthetic && name.endsWith(INVENTED) ? name.substring(0, name.length() - INVENTED.length()) : name;
    }

    Market withCharges(@Nullable Integer account) {
        return new Market(
                id,
                code,
                name,
                unit,
                marketClass,
                address,
                connection,
                account,
                openedOn,
                closedOn,
                synthetic,
                version);
    }

    Market withClosed(@Nullable LocalDate day) {
        return new Market(
                id,
                code,
                name,
                unit,
                marketClass,
                address,
                connection,
                chargesAccount,
                openedOn,
                day,
                synthetic,
                version);
    }

    /**
     * What a market consists of on a day.
     *
     * @param stalls those open
     * @param equipped stalls where a buyer can pay without cash
     * @param traders those who have joined and not left
     */
    public record Counts(int stalls, int equipped, int traders) {

        public static final Counts NONE = new Counts(0, 0, 0);
    }
}
