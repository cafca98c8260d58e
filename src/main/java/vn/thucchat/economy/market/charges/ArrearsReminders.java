package vn.thucchat.economy.market.charges;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.AccessLog;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.pages.Result;

/** ArrearsReminders of overdue charges: who was reminded of what and when, so that nobody is asked twice a day. */
@Service
public class ArrearsReminders {

    /**
     * A reminder of one who rents a stall.
     *
     * @param id of all that were reminded together
     * @param owedVnd đồng that were overdue then, of {@code count} charges
     * @param byName who reminded
     */
    public record Reminder(UUID id, UUID stall, UUID trader, int count, long owedVnd, Instant at, String byName) {}

    /** Who owes at a stall. */
    public record Debtor(UUID stall, UUID trader) {}

    private final ArrearsReminderStore store;
    private final ChargeSumStore sums;
    private final ChargeStore charges;
    private final Markets markets;
    private final AccessLog log;
    private final InstantSource clock;

    ArrearsReminders(
            ArrearsReminderStore store,
            ChargeSumStore sums,
            ChargeStore charges,
            Markets markets,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.sums = sums;
        this.charges = charges;
        this.markets = markets;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Keeps that those who are behind at some stalls are reminded now.
     *
     * @param key made by the form, so that one sent twice reminds once; the reminder's id
     * @return refused where none of the stalls is behind any more
     */
    @Transactional
    public Result remind(Actor actor, Market market, Collection<UUID> stalls, UUID key) {
        if (!markets.mayInspect(actor, market)) return new Result.NotFound();
        if (!store.of(market.id(), key).isEmpty()) return new Result.Done(key);
        var wanted = new HashSet<>(stalls);
        Instant now = clock.instant();
        List<Charge.Arrears> behind = sums.arrears(market.id(), BusinessTime.day(now), "", "").stream()
                .filter(it -> wanted.contains(it.stall()))
                .toList();
        if (behind.isEmpty()) return new Result.Refused("market.reminders.none");
        int fresh = store.insert(market.id(), key, behind, now, actor);
        if (fresh > 0)
            log.record(
                    actor,
                    "market.reminded",
                    Markets.path(market) + "/reminders/" + key,
                    fresh + " · "
                            + behind.stream().mapToLong(Charge.Arrears::owedVnd).sum());
        return new Result.Done(key);
    }

    /** Those who were reminded together. */
    public List<Reminder> of(Market market, UUID id) {
        return store.of(market.id(), id);
    }

    /** The last reminder of each who rents one of some stalls. */
    public Map<Debtor, Reminder> latest(Market market, Collection<UUID> stalls) {
        var latest = new HashMap<Debtor, Reminder>();
        if (!stalls.isEmpty())
            store.latest(market.id(), stalls).forEach(it -> latest.put(new Debtor(it.stall(), it.trader()), it));
        return latest;
    }

    /** What is overdue today at some stalls, stall by stall, the first due first. */
    public List<Charge> overdue(Market market, Collection<UUID> stalls, int limit) {
        return charges.overdue(market.id(), stalls, BusinessTime.day(clock.instant()), limit);
    }
}
