package vn.thucchat.foundation.identity.recovery;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.accounts.Credentials;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.factors.FactorRemovals.AccountSessions;
import vn.thucchat.foundation.identity.factors.FactorRemovals.LinkedSignIns;
import vn.thucchat.foundation.notify.contacts.Contact;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.pages.Result;

/** Ends recoveries: with a new password, or by an owner who has lost nothing. */
@Service
public class RecoveryCompletion {

    public static final String OWN = "/id/recovery";

    private final RecoveryStore store;
    private final RecoverySendingStore sendings;
    private final Contacts contacts;
    private final RecoveryMessages messages;
    private final Credentials credentials;
    private final Accounts accounts;
    private final RoleDefinitions roles;
    private final AccountFactors factors;
    private final LinkedSignIns links;
    private final AccountSessions sessions;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    RecoveryCompletion(
            RecoveryStore store,
            RecoverySendingStore sendings,
            Contacts contacts,
            RecoveryMessages messages,
            Credentials credentials,
            Accounts accounts,
            RoleDefinitions roles,
            AccountFactors factors,
            LinkedSignIns links,
            AccountSessions sessions,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.sendings = sendings;
        this.contacts = contacts;
        this.messages = messages;
        this.credentials = credentials;
        this.accounts = accounts;
        this.roles = roles;
        this.factors = factors;
        this.links = links;
        this.sessions = sessions;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    public Optional<Recovery> find(UUID id) {
        return store.find(id);
    }

    public Recovery.State state(Recovery recovery) {
        return recovery.state(clock.instant());
    }

    /** Those of the actor's own account that somebody could still end. */
    public List<Recovery> running(Actor actor) {
        return store.running(actor.account(), clock.instant());
    }

    /** The owner of an account while it may be got back into so; nobody else's roles ask for more. */
    Optional<Actor> recoverable(UUID account) {
        return accounts.find(account)
                .flatMap(found -> accounts.actor(found.username()))
                .filter(owner -> !roles.needSecondFactor(owner));
    }

    /** Sets the new password; sessions end, passkeys, codes and linked sign-ins go, and the owner is told everywhere. */
    public Credentials.Outcome setPassword(Recovery recovery, String fresh, String again) {
        UUID account = recovery.state(now()) == Recovery.State.OPEN ? recovery.account() : null;
        Actor owner = account == null ? null : recoverable(account).orElse(null);
        // what is no way in says nothing about the password that was typed, nor whether there is such an account
        if (account == null || owner == null || !held(owner, recovery))
            return new Credentials.Outcome.Refused(Credentials.Refusal.LINK_IS_OVER);
        return credentials.replace(account, fresh, again, () -> {
            Instant now = now();
            if (!store.use(recovery.id(), now)) return false;
            store.endAll(account, now);
            factors.drop(account);
            links.drop(account);
            sessions.endAll(account);
            log.record(owner, "identity.account-recovered", "/admin/accounts/" + account, by(recovery));
            messages.warn(owner, recovery.id(), RecoveryMessages.DONE);
            return true;
        });
    }

    /** Whether the addresses whose codes were given are still the owner's. */
    private boolean held(Actor owner, Recovery recovery) {
        return sendings.provenBy(recovery.id()).stream()
                .allMatch(id ->
                        contacts.find(owner, id).filter(Contact::confirmed).isPresent());
    }

    private static String by(Recovery recovery) {
        return recovery.clerk() == null ? String.join(" + ", recovery.proofs()) : "counter";
    }

    /**
     * Stops a recovery; who has the link of its warning may. Others that run for the account go on: whoever reads the lost
     * telephone keeps the owner out by none of the links that came before.
     */
    public Result stop(UUID id) {
        return transactions.execute(status -> {
            UUID account = store.find(id).map(Recovery::account).orElse(null);
            if (account == null || !store.end(id, now())) return new Result.NotFound();
            log.record(Actor.STRANGER, "identity.recovery-stopped", "/admin/accounts/" + account, "by link");
            return new Result.Done(id);
        });
    }

    /** Stops all that runs for the actor's own account. */
    public Result stop(Actor actor) {
        return transactions.execute(status -> {
            if (store.endAll(actor.account(), now()) == 0) return new Result.NotFound();
            log.record(actor, "identity.recovery-stopped", "/admin/accounts/" + actor.account(), "");
            return new Result.Done(actor.account());
        });
    }

    int sweep() {
        return store.sweep(
                clock.instant().minus(30, ChronoUnit.DAYS), clock.instant().minus(1, ChronoUnit.DAYS));
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
