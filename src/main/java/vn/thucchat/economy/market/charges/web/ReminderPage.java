package vn.thucchat.economy.market.charges.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;

/**
 * Those who were reminded together: how each stands now, and how to reach them.
 *
 * @param now what they are behind with now
 * @param phones by trader, once they were asked for; empty text: none is known
 * @param mayCall whether the reader may ask for them
 */
public record ReminderPage(
        Market market,
        UUID id,
        List<ArrearsReminders.Reminder> all,
        Map<ArrearsReminders.Debtor, Charge.Arrears> now,
        Map<UUID, String> phones,
        boolean mayCall) {

    /** What it is behind with now; null: nothing. */
    public Charge.@Nullable Arrears now(ArrearsReminders.Reminder of) {
        return now.get(new ArrearsReminders.Debtor(of.stall(), of.trader()));
    }

    /** Those who are still behind, in the order of the market's list. */
    public List<Charge.Arrears> behind() {
        var reminded = all.stream()
                .map(it -> new ArrearsReminders.Debtor(it.stall(), it.trader()))
                .toList();
        return now.entrySet().stream()
                .filter(it -> reminded.contains(it.getKey()))
                .map(Map.Entry::getValue)
                .sorted(java.util.Comparator.comparing(Charge.Arrears::since).thenComparing(Charge.Arrears::number))
                .toList();
    }
}
