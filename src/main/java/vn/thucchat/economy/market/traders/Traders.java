package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** Who sells in a market. Personal numbers and telephones are kept sealed, and each reading of them is logged. */
@Service
public class Traders {

    /**
     * What is asked to be kept of a trader; each text as typed, empty for none.
     *
     * @param username of the account that the trader signs in with
     */
    public record Draft(
            Trader.Kind kind,
            String name,
            String taxCode,
            String personalNumber,
            String phone,
            LocalDate joinedOn,
            String username) {}

    /** What identifies and reaches a trader: masked unless somebody said what for. */
    public record Contact(
            @Nullable String personalNumber, @Nullable String phone) {}

    /**
     * A trader found by the name.
     *
     * @param market its code
     * @param gone whether the trader has left
     */
    public record Hit(String market, String marketName, UUID id, String name, boolean gone) {}

    private final TraderStore store;
    private final TraderSeal seal;
    private final TraderDrafts drafts;
    private final TraderLeaving leaving;
    private final TraderSignIns signIns;
    private final Markets rights;
    private final TraderFacts facts;
    private final AccessLog log;
    private final InstantSource clock;

    Traders(
            TraderStore store,
            TraderSeal seal,
            TraderDrafts drafts,
            TraderLeaving leaving,
            TraderSignIns signIns,
            Markets rights,
            TraderFacts facts,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.seal = seal;
        this.drafts = drafts;
        this.leaving = leaving;
        this.signIns = signIns;
        this.rights = rights;
        this.facts = facts;
        this.log = log;
        this.clock = clock;
    }

    /**
     * In the order of names, after one already seen.
     *
     * @param left also those who have left
     */
    public List<Trader> page(Market market, String words, boolean left, @Nullable Trader after, int limit) {
        return store
                .page(
                        market.id(),
                        NameSearchKey.of(words),
                        left,
                        after == null ? "" : after.name(),
                        after == null ? new UUID(0, 0) : after.id(),
                        limit)
                .stream()
                .map(TraderStore.Kept::trader)
                .toList();
    }

    /** In every market that the actor may read, the best fit first. */
    public List<Hit> search(Actor actor, SearchWords words, int limit) {
        return store.search(rights.readable(actor), actor.synthetic(), words, limit);
    }

    public Optional<Trader> find(Market market, UUID id) {
        return store.find(market.id(), id).map(TraderStore.Kept::trader);
    }

    /** Those who have not left. */
    public List<Trader> all(Market market) {
        return store.all(market.id()).stream().map(TraderStore.Kept::trader).toList();
    }

    /** Wherever they sell. */
    public Optional<Trader> find(UUID id) {
        return store.find(id).map(TraderStore.Kept::trader);
    }

    /** The traders that a person signed in is: in one market, seldom in several. */
    public List<Trader> of(Actor actor) {
        return store.ofAccount(actor.account()).stream()
                .map(TraderStore.Kept::trader)
                .toList();
    }

    /** So much of it as tells whether it is the right one. */
    public Contact masked(Market market, UUID trader) {
        return seal.masked(store.find(market.id(), trader).orElseThrow());
    }

    /** In full; that it was read, by whom and what for, is logged. */
    @Transactional
    public Optional<Contact> contact(Actor actor, Market market, UUID trader, String purpose) {
        if (!rights.mayManage(actor, market) || purpose.isBlank()) return Optional.empty();
        TraderStore.Kept kept = store.find(market.id(), trader).orElseThrow();
        log.recordRead(
                actor,
                "market.contact-read",
                path(market, trader),
                purpose,
                kept.trader().account());
        return Optional.of(seal.open(kept));
    }

    @Transactional
    public Result add(Actor actor, Market market, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        List<FieldError> faults = drafts.faults(market, draft);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        var kept = drafts.kept(market, Ids.next(clock), draft, null);
        if (store.taken(kept)) return taken(kept);
        store.insert(market.id(), List.of(kept));
        facts.joined(market, List.of(kept.trader()));
        log.record(actor, "market.trader-added", path(market, kept.trader().id()), "");
        return new Result.Done(kept.trader().id());
    }

    /**
     * Personal number and phone stay as they are where nothing was typed; the day of joining stays in any case.
     *
     * @param seen the account that the trader signed in with when the form was opened, null for none: one that was given
     *     since is not ended by a form that never showed it
     */
    @Transactional
    public Result change(Actor actor, Market market, UUID id, @Nullable UUID seen, Draft draft) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        rights.lock(market);
        var before = store.find(market.id(), id).orElse(null);
        if (before == null) return new Result.NotFound();
        if (!Objects.equals(before.trader().account(), seen)) return new Result.Stale();
        List<FieldError> faults = drafts.faults(market, draft);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        var kept = drafts.kept(market, id, draft, before);
        if (kept.trader().leftOn() == null && store.taken(kept)) return taken(kept);
        store.update(market.id(), List.of(kept));
        UUID account = before.trader().account();
        if (account != null && !account.equals(kept.trader().account())) signIns.end(actor, market, id, account);
        log.record(actor, "market.trader-changed", path(market, id), "");
        return new Result.Done(id);
    }

    /** From today on the trader does not sell here: contracts, ways to pay and the sign-in end. */
    @Transactional
    public Result leave(Actor actor, Market market, UUID id) {
        return leaving.leave(actor, market, id);
    }

    private static Result taken(TraderStore.Kept kept) {
        return Result.invalid(kept.trader().taxCode() != null ? "tax" : "personal", "market.trader.taken");
    }

    static String path(Market market, UUID trader) {
        return Markets.path(market) + "/traders/" + trader;
    }
}
