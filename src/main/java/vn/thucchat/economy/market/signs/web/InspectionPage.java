package vn.thucchat.economy.market.signs.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.signs.InspectionRound;
import vn.thucchat.economy.market.signs.InspectionStop;
import vn.thucchat.economy.market.signs.SignReading;
import vn.thucchat.foundation.pages.Form;

/**
 * An inspection round on the phone.
 *
 * @param last what was read just before, or null
 * @param number of the stall to look at now
 * @param next the stalls after it, in the order of the walk
 * @param banks names by BIN, of the signs that are wrong
 */
public record InspectionPage(
        Market market,
        InspectionRound round,
        @Nullable SignReading last,
        String number,
        List<InspectionStop> next,
        List<SignReading> wrong,
        Map<String, String> banks,
        Form<?> form) {}
