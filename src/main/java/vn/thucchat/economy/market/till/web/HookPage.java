package vn.thucchat.economy.market.till.web;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.webhooks.Delivery;
import vn.thucchat.foundation.money.webhooks.SkippedMessage;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.pages.Fault;

/**
 * One address that a stall's takings are told to.
 *
 * @param account the bank and the end of the account's number
 * @param stuck the payment that all later ones wait for, or null
 * @param secret fresh, shown this once; null: none is
 * @param reason what was typed as the reason to skip a message
 */
public record HookPage(
        Till till,
        Webhook hook,
        String account,
        List<Line> deliveries,
        @Nullable Movement stuck,
        List<SkippedMessage> skipped,
        @Nullable String secret,
        String reason,
        List<Fault> faults) {

    /** @param advised whether it is the first of several of one sort, at which it is said what to do */
    public record Line(Delivery delivery, boolean advised) {}

    static List<Line> lines(List<Delivery> deliveries) {
        var lines = new ArrayList<Line>();
        Delivery.@Nullable Outcome above = null;
        for (Delivery delivery : deliveries) {
            boolean taken = delivery.outcome() == Delivery.Outcome.TAKEN;
            lines.add(new Line(delivery, !taken && delivery.outcome() != above));
            above = delivery.outcome();
        }
        return lines;
    }
}
