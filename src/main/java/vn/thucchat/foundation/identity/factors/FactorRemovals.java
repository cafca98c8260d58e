package vn.thucchat.foundation.identity.factors;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.pages.Result;

/**
 * Takes passkeys and codes from an account whose owner has lost them: two administrators ask for it, the owner is told, and a
 * day passes in which the owner, who still has them, can stop it.
 */
@Service
public class FactorRemovals {

    /** How long the first of two persons waits for the second. */
    private static final Duration REQUEST_HOLDS = Duration.ofDays(1);

    static final Duration OWNER_HAS = Duration.ofHours(24);

    /**
     * How it stands with an account that an administrator may manage.
     *
     * @param devices what would be taken
     * @param asked the first of two has asked, lately enough
     * @param opensAt when it happens; empty while two have not asked
     */
    public record State(Account account, Set<Factor> devices, boolean asked, Optional<Instant> opensAt) {}

    /** Ends the sessions of an account. Implemented by the room of sessions, which lies above. */
    public interface AccountSessions {

        /** Ends all sessions of an account in the caller's transaction; how many. */
        int endAll(UUID account);
    }

    /** Accounts at other providers by which people sign in. Implemented by the room of these, which lies above. */
    public interface LinkedSignIns {

        /**
         * Takes all from an account, in the caller's transaction: one may have been linked by whoever had the account.
         *
         * @return how many there were
         */
        int drop(UUID account);

        /** Those of an account, the oldest first. */
        List<LinkedSignIn> of(UUID account);
    }

    /** @param provider by its configured name, such as {@code vneid} */
    public record LinkedSignIn(String provider, Instant linkedAt) {}

    private final FactorRemovalStore store;
    private final AccountFactors factors;
    private final Accounts accounts;
    private final Administration administration;
    private final AccessLog log;
    private final AccountSessions sessions;
    private final LinkedSignIns links;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    FactorRemovals(
            FactorRemovalStore store,
            AccountFactors factors,
            Accounts accounts,
            Administration administration,
            AccessLog log,
            AccountSessions sessions,
            LinkedSignIns links,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.factors = factors;
        this.accounts = accounts;
        this.administration = administration;
        this.log = log;
        this.sessions = sessions;
        this.links = links;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Nothing when there is no such account, or it is not the actor's to manage. */
    public Optional<State> of(Actor actor, UUID id) {
        return administration
                .find(actor, id)
                .filter(Administration.Entry::manageable)
                .map(entry -> new State(
                        entry.account(),
                        factors.devices(id),
                        store.find(id)
                                .filter(asked -> asked.askedAt().isAfter(since()))
                                .isPresent(),
                        opensAt(id)));
    }

    /** When the account's passkeys and codes are taken, if two have asked for it. */
    public Optional<Instant> opensAt(UUID account) {
        return store.find(account).flatMap(asked -> Optional.ofNullable(asked.opensAt()));
    }

    /** The actor asks; as the second of two, it begins. */
    public Result ask(Actor actor, UUID id) {
        if (id.equals(actor.account())) return new Result.Refused("identity.accounts.OWN_ACCOUNT");
        State state = of(actor, id).orElse(null);
        if (state == null) return new Result.NotFound();
        if (state.devices().isEmpty()) return new Result.Refused("identity.removal.nothing");
        Instant now = clock.instant();
        return transactions.execute(status -> {
            String path = state.account().path();
            if (store.agree(id, actor.account(), since(), now.plus(OWNER_HAS))) {
                log.record(actor, "identity.factor-removal-agreed", path, "");
                notices.tell(
                        id,
                        "identity.factor-removal-agreed",
                        "notice.identity.factor-removal-agreed",
                        List.of(),
                        TotpCodes.PAGE);
                return new Result.Done(id);
            }
            if (!store.ask(id, actor.account(), now)) return new Result.Refused("identity.removal.runs");
            log.record(actor, "identity.factor-removal-asked", path, "");
            return new Result.Done(id);
        });
    }

    /** The owner, who has lost nothing, stops it. */
    public Result stop(Actor actor) {
        return transactions.execute(status -> {
            if (!store.delete(actor.account())) return new Result.NotFound();
            log.record(actor, "identity.factor-removal-stopped", "/admin/accounts/" + actor.account(), "");
            return new Result.Done(actor.account());
        });
    }

    /** Takes what is due, and ends all sessions: one may have been begun with what is lost. */
    void take() {
        transactions.executeWithoutResult(status -> {
            for (UUID id : store.due(clock.instant())) {
                factors.drop(id);
                links.drop(id);
                sessions.endAll(id);
                store.delete(id);
                String path = accounts.find(id).map(Account::path).orElse("/");
                log.record(Actor.PLATFORM, "identity.factors-removed", path, "");
                notices.tell(
                        id, "identity.factors-removed", "notice.identity.factors-removed", List.of(), TotpCodes.PAGE);
            }
        });
    }

    private Instant since() {
        return clock.instant().minus(REQUEST_HOLDS);
    }
}
