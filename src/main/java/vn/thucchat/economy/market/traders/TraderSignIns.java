package vn.thucchat.economy.market.traders;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Enrolments;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** What traders sign in with, as their market's manager gives it to them and takes it back. */
@Service
public class TraderSignIns {

    /** What became of giving a sign-in. */
    public sealed interface Given {

        /** @param password works once; told now and never again */
        record Done(String username, String password) implements Given {}

        record Refused(Result why) implements Given {}
    }

    /** What became of an account that a trader signed in with. */
    public enum Ended {
        /** nobody signs in with it any more */
        CLOSED,
        /** another trader signs in with it, such as the same person in another market */
        GOES_ON,
        /** it holds more than the actor could have given, or somebody changed it just then */
        STAYS_OPEN
    }

    /**
     * What a trader signs in with.
     *
     * @param renewable whether the asking manager may set a new password of it
     */
    public record SignIn(Account account, boolean renewable) {}

    private final TraderStore store;
    private final Markets rights;
    private final Enrolments enrolments;
    private final Accounts accounts;
    private final AccessLog log;
    private final TransactionTemplate transactions;

    TraderSignIns(
            TraderStore store,
            Markets rights,
            Enrolments enrolments,
            Accounts accounts,
            AccessLog log,
            TransactionTemplate transactions) {
        this.store = store;
        this.rights = rights;
        this.enrolments = enrolments;
        this.accounts = accounts;
        this.log = log;
        this.transactions = transactions;
    }

    /** Empty when the trader does not sign in. */
    public Optional<SignIn> of(Actor actor, Trader trader) {
        UUID account = trader.account();
        return account == null
                ? Optional.empty()
                : accounts.find(account).map(found -> new SignIn(found, enrolments.mayRenew(actor, found.id())));
    }

    /** Records that somebody looked at a trader who has an account, and so can see it. */
    public void looked(Actor reader, Market market, Trader trader) {
        if (trader.account() != null)
            log.recordRead(reader, "market.trader-read", Traders.path(market, trader.id()), "", trader.account());
    }

    /** Makes an account that can do nothing but be a trader in the market's commune. */
    public Given give(Actor actor, Market market, UUID id) {
        if (!rights.mayManage(actor, market)) return new Given.Refused(new Result.NotFound());
        var key = enrolments.key();
        return transactions.execute(_ -> {
            rights.lock(market);
            var kept = store.find(market.id(), id).orElse(null);
            if (kept == null) return new Given.Refused(new Result.NotFound());
            Trader trader = kept.trader();
            if (trader.leftOn() != null) return refused("market.sign-in.left");
            if (trader.account() != null) return refused("market.sign-in.there");
            if (actor.synthetic() != market.synthetic()) return refused("market.sign-in.other-world");
            return switch (enrolments.make(
                    actor,
                    key,
                    username(market, trader),
                    trader.name(),
                    MarketRoles.TRADER,
                    market.unit().value())) {
                case Enrolments.Outcome.Refused(var why) -> refused(why);
                case Enrolments.Outcome.Done(Account account) -> {
                    bind(kept, account.id());
                    log.record(actor, "market.sign-in-given", Traders.path(market, id), account.username());
                    yield new Given.Done(account.username(), key.password());
                }
            };
        });
    }

    /** Gives a new password, for a trader who lost the old one. */
    public Given renew(Actor actor, Market market, UUID id) {
        if (!rights.mayManage(actor, market)) return new Given.Refused(new Result.NotFound());
        var key = enrolments.key();
        return transactions.execute(_ -> {
            Trader trader = store.find(market.id(), id)
                    .map(TraderStore.Kept::trader)
                    .filter(found -> found.leftOn() == null)
                    .orElse(null);
            UUID bound = trader == null ? null : trader.account();
            if (bound == null) return new Given.Refused(new Result.NotFound());
            return switch (enrolments.renew(actor, key, bound)) {
                case Enrolments.Outcome.Refused(var why) -> refused(why);
                case Enrolments.Outcome.Done(Account account) -> {
                    log.record(actor, "market.sign-in-renewed", Traders.path(market, id), account.username());
                    yield new Given.Done(account.username(), key.password());
                }
            };
        });
    }

    /**
     * The trader signs in here no more; whoever is a trader of another market too goes on there.
     *
     * @return empty when there is no such trader where the actor may change it, or the trader does not sign in
     */
    @Transactional
    public Optional<Ended> takeBack(Actor actor, Market market, UUID id) {
        if (!rights.mayManage(actor, market)) return Optional.empty();
        rights.lock(market);
        var kept = store.find(market.id(), id).orElse(null);
        UUID account = kept == null ? null : kept.trader().account();
        if (kept == null || account == null) return Optional.empty();
        bind(kept, null);
        return Optional.of(end(actor, market, id, account));
    }

    /** What the trader signed in with ends, unless another trader who has not left signs in with it. */
    Ended end(Actor actor, Market market, UUID id, UUID account) {
        if (!store.ofAccount(account).isEmpty()) return Ended.GOES_ON;
        // an account that an administrator made for more than this stays with the administrator
        if (enrolments.takeBack(actor, account) instanceof Enrolments.Outcome.Done(Account ended))
            log.record(actor, "market.sign-in-taken-back", Traders.path(market, id), ended.username());
        return accounts.find(account).filter(it -> !it.disabled()).isPresent() ? Ended.STAYS_OPEN : Ended.CLOSED;
    }

    private void bind(TraderStore.Kept kept, @Nullable UUID account) {
        store.update(kept.trader().market(), List.of(kept.with(kept.trader().signingIn(account))));
    }

    /** Short enough to be typed on a phone: the given name, which comes last, and the market. */
    static String username(Market market, Trader trader) {
        String name = NameSearchKey.of(trader.name()).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", " ");
        String given = name.strip().replaceFirst(".* ", "");
        return (given.isEmpty() ? "tieuthuong" : given.substring(0, Math.min(15, given.length()))) + "."
                + market.code();
    }

    private static Given refused(Enrolments.Refusal why) {
        return switch (why) {
            case OUT_OF_REACH, NOT_YOURS -> refused("market.sign-in.not-yours");
            case UNFIT -> refused("market.sign-in.unfit");
            case TAKEN -> refused("market.sign-in.taken");
            case STALE -> new Given.Refused(new Result.Stale());
        };
    }

    private static Given refused(String key) {
        return new Given.Refused(Result.invalid("", key));
    }
}
