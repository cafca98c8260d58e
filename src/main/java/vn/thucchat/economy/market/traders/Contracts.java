package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** Who rents which stall: one trader at a time. */
@Service
public class Contracts {

    static final long MOST_VND = 1_000_000_000;

    /**
     * @param toOn the last day, or null
     * @param rentVnd đồng in a month, 0 to a thousand million
     */
    public record Draft(
            UUID trader, LocalDate fromOn, @Nullable LocalDate toOn, long rentVnd) {}

    private final ContractStore store;
    private final TraderStore traders;
    private final Markets rights;
    private final AccessLog log;
    private final InstantSource clock;

    Contracts(ContractStore store, TraderStore traders, Markets rights, AccessLog log, InstantSource clock) {
        this.store = store;
        this.traders = traders;
        this.rights = rights;
        this.log = log;
        this.clock = clock;
    }

    /** The latest first. */
    public List<Contract> of(Stall stall) {
        return store.ofStall(stall.market(), stall.id());
    }

    /** The latest first. */
    public List<Contract> of(Trader trader) {
        return store.ofTrader(trader.market(), trader.id());
    }

    /** All of a market that hold on a day or later. */
    public List<Contract> inForce(Market market, LocalDate day) {
        return store.inForce(market.id(), day);
    }

    @Transactional
    public Result conclude(Actor actor, Market market, Stall stall, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        var flaws = new ArrayList<FieldError>();
        if (stall.closedOn() != null) flaws.add(new FieldError("", "market.stall.is-closed"));
        if (draft.toOn() != null && draft.toOn().isBefore(draft.fromOn()))
            flaws.add(new FieldError("to", "market.contract.backwards"));
        if (draft.rentVnd() < 0 || draft.rentVnd() > MOST_VND) flaws.add(new FieldError("rent", "market.rent.fault"));
        var trader = traders.find(market.id(), draft.trader())
                .map(TraderStore.Kept::trader)
                .filter(t -> t.leftOn() == null)
                .orElse(null);
        if (trader == null) flaws.add(new FieldError("trader", "market.trader.none"));
        if (!flaws.isEmpty() || trader == null) return new Result.Invalid(flaws);
        UUID id = Ids.next(clock);
        if (store.overlaps(market.id(), stall.id(), id, draft.fromOn(), draft.toOn()))
            return Result.invalid("from", "market.contract.overlaps");
        store.insert(
                market.id(),
                List.of(new Contract(
                        market.id(),
                        id,
                        stall.id(),
                        trader.id(),
                        trader.name(),
                        draft.fromOn(),
                        draft.toOn(),
                        draft.rentVnd())));
        log.record(actor, "market.contract-concluded", path(market, stall), stall.number());
        return new Result.Done(id);
    }

    /** Its last day is today. */
    @Transactional
    public Result end(Actor actor, Market market, Stall stall, UUID contract) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        if (store.ofStall(market.id(), stall.id()).stream().noneMatch(c -> c.id().equals(contract)))
            return new Result.NotFound();
        if (!store.end(market.id(), contract, BusinessTime.day(clock.instant()))) return new Result.Stale();
        log.record(actor, "market.contract-ended", path(market, stall), stall.number());
        return new Result.Done(contract);
    }

    private static String path(Market market, Stall stall) {
        return Markets.path(market) + "/stalls/" + stall.id();
    }
}
