package vn.thucchat.economy.market.charges.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;

/**
 * Those who were reminded together: how each stands now, and how to reach them.
 *
 * @param behind those who are still behind, in the order of the market's list
 * @param parts the charges after which a further part of the papers begins
 * @param phones by trader, once they were asked for; empty text: none is known
 * @param mayCall whether the reader may ask for them
 */
public record ReminderPage(
        Market market,
        UUID id,
        List<ArrearsReminders.Reminder> all,
        List<Charge.Arrears> behind,
        List<UUID> parts,
        Map<UUID, String> phones,
        boolean mayCall) {}
