package vn.thucchat.economy.market.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.economy.market.Takings;
import vn.thucchat.economy.market.Till;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.payments.Findings;

/**
 * The trader's phone.
 *
 * @param receipts by payment the code of its receipt
 * @param stream where what comes next is told, from what is shown on
 * @param owed how many charges the trader still has to pay
 * @param unheard whether the trader's own software does not hear what comes
 * @param guesses money that may be for a sale
 * @param amount what was typed
 */
public record TillPage(
        Till till,
        Takings.Day today,
        Map<UUID, String> receipts,
        String stream,
        int owed,
        boolean unheard,
        List<Findings.Waiting> guesses,
        String amount,
        List<Fault> faults) {}
