package vn.thucchat.economy.market.revenue;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.revenue.CashSaleStore.Owner;
import vn.thucchat.economy.market.revenue.CashSaleStore.Place;
import vn.thucchat.economy.market.till.StallHistory;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;

/** Records the cash that traders type in. Nothing is changed: a slip of the thumb is taken back by another entry. */
@Service
public class CashSales {

    /** More is a nought too many: who sells for more is paid by transfer. */
    static final long MOST_VND = 999_999_999;

    private final CashSaleStore store;
    private final StallReceipts stalls;
    private final StallHistory history;
    private final InstantSource clock;

    CashSales(CashSaleStore store, StallReceipts stalls, StallHistory history, InstantSource clock) {
        this.store = store;
        this.stalls = stalls;
        this.history = history;
        this.clock = clock;
    }

    /** What came of entering cash. */
    public sealed interface Entered {
        record Added(UUID id) implements Entered {}

        /** The sale's key was sent before, with the same amount: nothing was added. */
        record Before(CashSale sale) implements Entered {}

        /** Nothing was added; stale when the key is that of another amount. */
        record Refused(Result why) implements Entered {}
    }

    /**
     * Enters cash of a sale, today.
     *
     * @param key made by the phone for this sale: sent twice, it counts once
     */
    @Transactional
    public Entered enter(Actor trader, UUID stall, long amountVnd, UUID key) {
        Till till = stalls.till(trader, stall).orElse(null);
        if (till == null) return new Entered.Refused(new Result.NotFound());
        if (amountVnd < 1 || amountVnd > MOST_VND)
            return new Entered.Refused(Result.invalid("amount", "revenue.cash.fault"));
        UUID id = Ids.next(clock);
        Instant now = clock.instant();
        if (store.add(owner(till), id, stall, key, BusinessTime.day(now), now, amountVnd)) return new Entered.Added(id);
        return store.find(owner(till), stall, key)
                .filter(recorded -> recorded.amountVnd() == amountVnd)
                .flatMap(recorded -> store.find(owner(till), recorded.id()))
                .<Entered>map(Entered.Before::new)
                .orElseGet(() -> new Entered.Refused(new Result.Stale()));
    }

    /** Takes an entry back, whole; once it is taken back, nothing more happens. */
    @Transactional
    public Result takeBack(Actor trader, UUID stall, UUID entry) {
        List<Till> tills = history.tills(trader);
        if (tills.stream().noneMatch(till -> till.stall().equals(stall))) return new Result.NotFound();
        return owners(tills).stream()
                .filter(owner -> store.find(owner, entry).isPresent())
                .findFirst()
                .<Result>map(owner -> {
                    store.takeBack(owner, Ids.next(clock), entry, clock.instant());
                    return new Result.Done(entry);
                })
                .orElseGet(Result.NotFound::new);
    }

    /** What the traders of some stalls typed in on some days, the latest first. */
    public Slice<CashSale> of(List<Till> tills, LocalDate from, LocalDate to, Cursor cursor, int size) {
        var after = new Place(cursor.day(0, to.plusDays(1)), cursor.at(1, Instant.EPOCH), cursor.id(2, new UUID(0, 0)));
        List<CashSale> found = owners(tills).stream()
                .flatMap(owner -> store.of(owner, from, to, after, size + 1).stream())
                // ids in the order of the database
                .sorted(Comparator.comparing(CashSale::day)
                        .thenComparing(CashSale::at)
                        .thenComparing(sale -> sale.id().toString())
                        .reversed())
                .toList();
        return Slice.of(found, size, sale -> Cursor.of(sale.day(), sale.at(), sale.id()));
    }

    /** The trader records behind some stalls: a person may have been several, one after the other or in two markets. */
    static List<Owner> owners(List<Till> tills) {
        return tills.stream()
                .flatMap(till -> till.accounts().stream())
                .map(account -> new Owner(account.market(), account.trader()))
                .distinct()
                .toList();
    }

    private static Owner owner(Till till) {
        return new Owner(till.market(), till.accounts().getFirst().trader());
    }
}
