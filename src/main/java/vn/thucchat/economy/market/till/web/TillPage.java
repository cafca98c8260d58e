package vn.thucchat.economy.market.till.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.money.exceptions.PaymentExceptions;
import vn.thucchat.foundation.pages.Fault;

/**
 * The trader's phone.
 *
 * @param receipts by payment the code of its receipt
 * @param stream where what comes next is told, from what is shown on
 * @param owed how many charges the trader still has to pay
 * @param unheard whether the trader's own software does not hear what comes
 * @param guesses money that may be for a sale
 * @param amount what was typed
 * @param at when it was read
 * @param playable whether the buyer can be played
 * @param key of the next sale, for a phone that makes none of its own
 * @param latestWords what is said of the latest payment; empty before the first
 */
public record TillPage(
        Till till,
        StallReceipts.Day today,
        Map<UUID, String> receipts,
        String stream,
        int owed,
        boolean unheard,
        List<PaymentExceptions.Waiting> guesses,
        String amount,
        List<Fault> faults,
        Instant at,
        boolean playable,
        UUID key,
        String latestWords) {

    private static final int LAST = 3;

    /** Today's latest, or null before the first. */
    public StallReceipts.@Nullable Line latest() {
        return today.lines().isEmpty() ? null : today.lines().getFirst();
    }

    /** What buyers paid last, to be asked for again with one touch. */
    public List<Long> lastAmounts() {
        return today.lines().stream()
                .filter(line -> !line.takenBack() && line.owedVnd() == 0)
                .map(StallReceipts.Line::amountVnd)
                .distinct()
                .limit(LAST)
                .toList();
    }
}
