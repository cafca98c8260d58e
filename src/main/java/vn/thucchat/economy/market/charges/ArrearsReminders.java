package vn.thucchat.economy.market.charges;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;

/** Reminders of overdue charges: who was reminded of what and when, so that nobody is asked twice a day. */
@Service
public class ArrearsReminders {

    /**
     * A reminder of one who rents a stall.
     *
     * @param id of all that were reminded together
     * @param owedVnd đồng that were missing then of {@code count} overdue charges
     * @param byName who reminded
     */
    public record Reminder(UUID id, UUID stall, UUID trader, int count, long owedVnd, Instant at, String byName) {

        public Debtor debtor() {
            return new Debtor(stall, trader);
        }
    }

    /** A trader who owes charges of a stall, written {@code stall:trader}; a stall that changed hands may have two. */
    public record Debtor(UUID stall, UUID trader) {

        private static final Pattern TEXT = Pattern.compile("([0-9a-fA-F-]{36}):([0-9a-fA-F-]{36})");

        /**
         * Reads what {@link #toString} wrote, as parameters of requests are read.
         *
         * @throws IllegalArgumentException where it is none
         */
        public static Debtor valueOf(String text) {
            Matcher read = TEXT.matcher(text);
            if (!read.matches()) throw new IllegalArgumentException("No stall and trader");
            return new Debtor(UUID.fromString(read.group(1)), UUID.fromString(read.group(2)));
        }

        @Override
        public String toString() {
            return stall + ":" + trader;
        }
    }

    private final ArrearsReminderStore store;
    private final Charges charges;
    private final ChargeStore rows;
    private final Markets markets;
    private final AccessLog log;
    private final InstantSource clock;

    ArrearsReminders(
            ArrearsReminderStore store,
            Charges charges,
            ChargeStore rows,
            Markets markets,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.charges = charges;
        this.rows = rows;
        this.markets = markets;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Records a reminder for each of the chosen debtors who still owes overdue charges.
     *
     * @param key made by the form, so that one sent twice reminds once; the reminder's id
     * @return refused where none of them is behind any more
     */
    @Transactional
    public Result remind(Actor actor, Market market, Collection<Debtor> chosen, UUID key) {
        if (!markets.mayInspect(actor, market)) return new Result.NotFound();
        if (!store.of(market.id(), key).isEmpty()) return new Result.Done(key);
        List<Charge.Arrears> behind = behind(market, chosen);
        if (behind.isEmpty()) return new Result.Refused("market.reminders.none");
        int fresh = store.insert(market.id(), key, behind, clock.instant(), actor);
        if (fresh > 0)
            log.record(
                    actor,
                    "market.reminded",
                    Markets.path(market) + "/reminders/" + key,
                    fresh + " · "
                            + behind.stream().mapToLong(Charge.Arrears::owedVnd).sum());
        return new Result.Done(key);
    }

    /** Finds the arrears of those of the given debtors who still owe overdue charges. */
    public List<Charge.Arrears> behind(Market market, Collection<Debtor> of) {
        var wanted = new HashSet<>(of);
        return charges.arrears(market, "").stream()
                .filter(it -> wanted.contains(it.debtor()))
                .toList();
    }

    /** Finds the reminders that were recorded together under one id. */
    public List<Reminder> of(Market market, UUID id) {
        return store.of(market.id(), id);
    }

    /** The last reminder of each who rents one of some stalls. */
    public Map<Debtor, Reminder> latest(Market market, Collection<UUID> stalls) {
        var latest = new HashMap<Debtor, Reminder>();
        if (!stalls.isEmpty()) store.latest(market.id(), stalls).forEach(it -> latest.put(it.debtor(), it));
        return latest;
    }

    /**
     * Lists the overdue charges of the given debtors, stall by stall, the earliest due date first.
     *
     * @param after one already seen, or null
     */
    public List<Charge> overdue(Market market, Collection<Debtor> of, @Nullable Charge after, int limit) {
        return rows.overdue(market.id(), of, today(), after, limit);
    }

    /** The charges after which a further part of {@link #overdue} begins, when each part holds so many. */
    public List<UUID> parts(Market market, Collection<Debtor> of, int size) {
        return rows.overdueParts(market.id(), of, today(), size);
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
