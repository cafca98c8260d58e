package vn.thucchat.economy.market.register;

import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** The stalls of a market. */
@Service
public class Stalls {

    static final BigDecimal LARGEST_M2 = new BigDecimal("99999.99");

    /**
     * Which of a market's stalls to list.
     *
     * @param words the number's beginning, with or without the signs in it, or a part of the trader's name, however written;
     *     empty: any
     * @param zone of one zone only, or null
     * @param bare only those that cannot be paid without cash
     * @param after the number of the last stall seen; empty: from the first
     */
    public record Filter(String words, @Nullable UUID zone, boolean bare, String after) {

        public static final Filter ALL = new Filter("", null, false, "");

        public Filter {
            words = NameSearchKey.of(words);
        }
    }

    /**
     * What is asked to be kept of a stall.
     *
     * @param number however typed
     * @param areaM2 square metres, or null
     */
    public record Draft(UUID zone, String number, @Nullable BigDecimal areaM2, String goods, LocalDate openedOn) {}

    /**
     * A stall found by its number.
     *
     * @param market its code
     * @param exact whether that is the whole number
     */
    public record Hit(
            String market, String marketName, UUID id, String number, String zone, boolean exact, boolean closed) {}

    private final StallStore store;
    private final MarketStore markets;
    private final Markets rights;
    private final ApplicationEventPublisher events;
    private final AccessLog log;
    private final InstantSource clock;

    Stalls(
            StallStore store,
            MarketStore markets,
            Markets rights,
            ApplicationEventPublisher events,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.markets = markets;
        this.rights = rights;
        this.events = events;
        this.log = log;
        this.clock = clock;
    }

    public List<StallLine> page(Market market, Filter filter, int limit) {
        return store.page(market.id(), filter, today(), limit);
    }

    /**
     * In every market that the actor may read.
     *
     * @param plain the number's beginning in capital letters, without the signs in it: {@code K7} of K-7
     */
    public List<Hit> search(Actor actor, String plain, int limit) {
        return store.search(rights.readable(actor), actor.synthetic(), plain, limit);
    }

    public Optional<Stall> find(Market market, UUID id) {
        return store.find(market.id(), id);
    }

    /** Wherever it is. */
    public Optional<Stall> find(UUID id) {
        return store.find(id);
    }

    /** By its number, however typed. */
    public Optional<Stall> find(Market market, String number) {
        return StallNumber.read(number).flatMap(read -> store.find(market.id(), read));
    }

    /** The numbers of some stalls, by their ids. */
    public Map<UUID, String> numbers(Market market, Collection<UUID> ids) {
        return ids.isEmpty() ? Map.of() : store.numbers(market.id(), ids);
    }

    /** All of them, in the order of their numbers. */
    public List<Stall> all(Market market) {
        return store.all(market.id());
    }

    /** Stalls of a spreadsheet, in the caller's transaction. */
    public void write(Market market, List<Stall> added, List<Stall> changed) {
        if (!added.isEmpty()) store.insert(market.id(), added);
        if (!changed.isEmpty()) store.update(market.id(), changed);
    }

    @Transactional
    public Result add(Actor actor, Market market, Draft draft) {
        return put(actor, market, Ids.next(clock), draft, null);
    }

    @Transactional
    public Result change(Actor actor, Market market, Stall stall, Draft draft) {
        return put(actor, market, stall.id(), draft, stall);
    }

    private Result put(Actor actor, Market market, UUID id, Draft draft, @Nullable Stall seen) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        var flaws = new ArrayList<FieldError>();
        String number = StallNumber.read(draft.number()).orElse("");
        if (number.isEmpty()) flaws.add(new FieldError("number", "market.number.fault"));
        if (draft.goods().length() > 120) flaws.add(new FieldError("goods", "market.goods.fault"));
        if (draft.areaM2() != null && !area(draft.areaM2())) flaws.add(new FieldError("area", "market.area.fault"));
        if (draft.openedOn().isAfter(today())) flaws.add(new FieldError("opened", "market.future.fault"));
        Optional<Zone> zone = markets.zones(market.id()).stream()
                .filter(z -> z.id().equals(draft.zone()))
                .findFirst();
        if (zone.isEmpty()) flaws.add(new FieldError("zone", "market.zone.none"));
        if (!flaws.isEmpty()) return new Result.Invalid(flaws);
        var stall = new Stall(
                market.id(),
                id,
                draft.zone(),
                zone.map(Zone::name).orElse(""),
                number,
                draft.areaM2(),
                draft.goods(),
                draft.openedOn(),
                seen == null ? null : seen.closedOn());
        if (store.find(market.id(), number).filter(s -> !s.id().equals(id)).isPresent())
            return Result.invalid("number", "market.number.taken");
        int done = seen == null ? store.insert(market.id(), List.of(stall)) : store.update(market.id(), List.of(stall));
        if (done == 0) return Result.invalid("number", "market.number.taken");
        log.record(actor, seen == null ? "market.stall-added" : "market.stall-changed", path(market, stall), number);
        return new Result.Done(id);
    }

    /** Nothing is sold there any more, from today on; its ways to pay end with it. Or it is opened again. */
    @Transactional
    public Result close(Actor actor, Market market, Stall seen, boolean closed) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        // as it is now: what somebody changed since it was seen is not undone
        Stall stall = store.find(market.id(), seen.id()).orElse(seen);
        if (closed == (stall.closedOn() != null)) return new Result.Done(stall.id());
        LocalDate last = today().isBefore(stall.openedOn()) ? stall.openedOn() : today();
        store.update(
                market.id(),
                List.of(new Stall(
                        stall.market(),
                        stall.id(),
                        stall.zone(),
                        stall.zoneName(),
                        stall.number(),
                        stall.areaM2(),
                        stall.goods(),
                        stall.openedOn(),
                        closed ? last : null)));
        if (closed) events.publishEvent(new StallClosed(actor, market, stall.id()));
        log.record(
                actor, closed ? "market.stall-closed" : "market.stall-reopened", path(market, stall), stall.number());
        return new Result.Done(stall.id());
    }

    /** Whether a stall can be that large: above 0, at most two decimals. */
    public static boolean area(BigDecimal areaM2) {
        return areaM2.signum() > 0
                && areaM2.compareTo(LARGEST_M2) <= 0
                && areaM2.stripTrailingZeros().scale() <= 2;
    }

    private static String path(Market market, Stall stall) {
        return Markets.path(market) + "/stalls/" + stall.id();
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
