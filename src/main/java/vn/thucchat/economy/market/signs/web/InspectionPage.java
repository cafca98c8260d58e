package vn.thucchat.economy.market.signs.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.signs.InspectionRound;
import vn.thucchat.economy.market.signs.SignReading;
import vn.thucchat.foundation.pages.Form;

/**
 * An inspection round on the phone.
 *
 * @param last what was read just before, or null
 * @param next the numbers of the next stalls
 * @param banks names by BIN, of the signs that are wrong
 */
public record InspectionPage(
        Market market,
        InspectionRound round,
        @Nullable SignReading last,
        List<String> next,
        List<SignReading> wrong,
        Map<String, String> banks,
        Form<?> form) {}
