package vn.thucchat.economy.market.till.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.economy.market.till.Sale;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;

/**
 * One sale and its code.
 *
 * @param qr the picture as SVG; empty when nothing is missing
 * @param to whom the buyer pays
 * @param stream where what comes is told
 * @param lines what came for it, the latest first
 * @param receipts by payment the code of its receipt
 * @param playable whether the buyer can be played
 */
public record SalePage(
        Till till,
        Sale sale,
        PaidTo to,
        String qr,
        String stream,
        List<StallReceipts.Line> lines,
        Map<UUID, String> receipts,
        boolean playable) {}
