package vn.thucchat.economy.market.signs.web;

import java.util.List;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.signs.InspectionRound;

/** The inspection rounds of a market, the latest first. */
public record InspectionsPage(Market market, List<InspectionRound> rounds) {

    /** Whether one goes on. */
    public boolean open() {
        return rounds.stream().anyMatch(round -> round.closedAt() == null);
    }
}
