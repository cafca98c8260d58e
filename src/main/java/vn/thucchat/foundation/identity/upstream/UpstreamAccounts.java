package vn.thucchat.foundation.identity.upstream;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.AccountNotices;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.AccountFactors;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.sessions.OpenSessions;
import vn.thucchat.foundation.pages.Result;

/**
 * Knows which account a subject of a provider signs in to. An account is made, or linked, only after its owner has said
 * so; the person it is of is found by number and stays the same.
 */
@Service
public class UpstreamAccounts {

    private static final String PAGE = "/id/upstream";
    private static final int LONGEST_NAME = 120;

    private final UpstreamAccountStore store;
    private final Accounts accounts;
    private final AccountFactors factors;
    private final OpenSessions sessions;
    private final PersonRegistry people;
    private final Seal seal;
    private final AccessLog log;
    private final AccountNotices notices;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    UpstreamAccounts(
            UpstreamAccountStore store,
            Accounts accounts,
            AccountFactors factors,
            OpenSessions sessions,
            PersonRegistry people,
            Seal seal,
            AccessLog log,
            AccountNotices notices,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.factors = factors;
        this.sessions = sessions;
        this.people = people;
        this.seal = seal;
        this.log = log;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The actor's own, the oldest first. */
    public List<UpstreamLink> of(Actor actor) {
        return store.links(actor.account());
    }

    /**
     * Finds the account that somebody signs in to, or proves anew to be theirs, and notes that they did. Nothing is noted of
     * who does neither.
     *
     * @param actor who is signed in already, or the stranger
     * @param again whether it was asked of them to prove it anew
     * @return empty when there is none yet
     * @throws UpstreamException CLOSED; ANOTHER_PERSON when somebody else is signed in; PERSON_CHANGED when the account is of
     *     somebody else than the provider says now
     */
    public Optional<Account> signedIn(Actor actor, UpstreamIdentity identity, boolean again) throws UpstreamException {
        String mark = mark(identity);
        UpstreamLink link = store.find(mark).orElse(null);
        if (link == null) return Optional.empty();
        Account account = accounts.find(link.account())
                .filter(found -> !found.disabled())
                .orElseThrow(() -> new UpstreamException(UpstreamFault.CLOSED, identity.toString()));
        if (actor.signedIn() && !actor.account().equals(account.id()))
            throw new UpstreamException(UpstreamFault.ANOTHER_PERSON, "another account is signed in");
        boolean same =
                link.organisation().equals(identity.keptOrganisation()) && noted(actor, account, identity, again);
        if (!same) throw new UpstreamException(UpstreamFault.PERSON_CHANGED, identity.toString());
        return Optional.of(account);
    }

    /** Not when the account is of somebody else. */
    private boolean noted(Actor actor, Account account, UpstreamIdentity identity, boolean again) {
        return transactions.execute(status -> {
            if (!identified(account, identity)) {
                status.setRollbackOnly();
                return false;
            }
            store.used(mark(identity), identity, clock.instant());
            if (!actor.signedIn()) logSignIn(account, identity);
            else if (again) log.record(actor, "identity.upstream-proven", account.path(), "by " + identity);
            return true;
        });
    }

    private void logSignIn(Account account, UpstreamIdentity identity) {
        log.record(account.id(), account.username(), "identity.signed-in", account.path(), "by " + identity);
    }

    /**
     * Makes an account without a password, whose owner is signed in with that.
     *
     * @return empty when there is one: what a browser keeps opens none a second time, whoever sits before it
     */
    public Optional<Account> make(UpstreamIdentity identity, boolean synthetic) {
        return transactions.execute(status -> {
            String mark = mark(identity);
            if (store.find(mark).isPresent()) return Optional.empty();
            String username = identity.provider() + "." + Ids.next(clock);
            Account made = accounts.ensure(username, shortened(identity.name()), null, synthetic);
            // two windows at once: there is the account of the first
            if (!store.link(mark, made.id(), identity, clock.instant())) {
                status.setRollbackOnly();
                return Optional.empty();
            }
            if (!identified(made, identity)) throw new IllegalStateException("A new account is of nobody else");
            log.record(made.id(), username, "identity.upstream-linked", made.path(), identity.toString());
            logSignIn(made, identity);
            return Optional.of(made);
        });
    }

    /** Links a subject to the actor's account, which they have just proven to be theirs. */
    public Result link(Actor actor, UpstreamIdentity identity, boolean synthetic) {
        if (actor.synthetic() != synthetic) return new Result.Refused("upstream.link.kind");
        Account account = accounts.find(actor.account()).orElseThrow();
        return transactions.execute(status -> {
            boolean linked = store.link(mark(identity), account.id(), identity, clock.instant());
            if (!linked || !identified(account, identity)) {
                status.setRollbackOnly();
                return new Result.Refused(linked ? "upstream.link.other" : "upstream.link.taken");
            }
            log.record(actor, "identity.upstream-linked", PAGE, identity.toString());
            tell(actor, "identity.upstream-linked");
            return new Result.Done(account.id());
        });
    }

    /**
     * Takes one of the owner's from their account, and ends their other sessions: one may have been begun by it. Not the last
     * by which they get in.
     *
     * @param mark as {@link UpstreamLink#subjectMark()}
     */
    public Result unlink(SignedIn owner, String mark) {
        Actor actor = owner.getPrincipal();
        return transactions.execute(status -> {
            if (!store.unlink(actor.account(), mark)) return new Result.NotFound();
            Set<Factor> left = factors.of(actor.account());
            boolean getsIn = left.contains(Factor.PASSWORD)
                    || left.contains(Factor.PASSKEY)
                    || !store.links(actor.account()).isEmpty();
            if (!getsIn) {
                status.setRollbackOnly();
                return new Result.Refused("upstream.unlink.last");
            }
            sessions.endOthers(actor, owner.session());
            log.record(actor, "identity.upstream-unlinked", PAGE, "");
            tell(actor, "identity.upstream-unlinked");
            return new Result.Done(actor.account());
        });
    }

    private void tell(Actor owner, String kind) {
        notices.tell(owner.account(), kind, "notice." + kind, List.of(), PAGE);
    }

    /**
     * Whether the account is, or from now on is, of the person that the provider names. An organisation's may name none, and
     * makes the account nobody's; but it does not sign in to another person's.
     */
    private boolean identified(Account account, UpstreamIdentity identity) {
        PersonNumber number = PersonNumber.read(identity.number()).orElse(null);
        var born = identity.born();
        if (number == null) return true;
        Actor owner = accounts.actor(account.username()).orElseThrow();
        if (identity.ofOrganisation() || born == null) return people.fits(owner, number);
        return people.identify(owner, number, shortened(identity.name()), born, identity.proof())
                .isPresent();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, LONGEST_NAME).strip();
    }

    private String mark(UpstreamIdentity identity) {
        return seal.mark(identity.issuer() + "\n" + identity.subject(), "upstream subject");
    }
}
