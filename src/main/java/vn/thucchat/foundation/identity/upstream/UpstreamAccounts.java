package vn.thucchat.foundation.identity.upstream;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.people.PersonNumber;
import vn.thucchat.foundation.identity.people.PersonRegistry;
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
    private final PersonRegistry people;
    private final Seal seal;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    UpstreamAccounts(
            UpstreamAccountStore store,
            Accounts accounts,
            PersonRegistry people,
            Seal seal,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.store = store;
        this.accounts = accounts;
        this.people = people;
        this.seal = seal;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The actor's own, the oldest first. */
    public List<UpstreamLink> of(Actor actor) {
        return store.of(actor.account());
    }

    /**
     * Finds the account that somebody signs in to, and notes that they did.
     *
     * @return empty when there is none yet
     * @throws UpstreamException CLOSED, or ANOTHER_PERSON when the account is of somebody else than the provider says
     */
    public Optional<Account> signedIn(UpstreamIdentity identity) throws UpstreamException {
        String mark = mark(identity);
        UpstreamLink link = store.find(mark).orElse(null);
        if (link == null) return Optional.empty();
        Account account = accounts.find(link.account())
                .filter(found -> !found.disabled())
                .orElseThrow(() -> new UpstreamException(UpstreamFault.CLOSED, identity.toString()));
        boolean same = transactions.execute(status -> {
            if (!identified(account, identity)) {
                status.setRollbackOnly();
                return false;
            }
            store.used(mark, identity, clock.instant());
            log.record(
                    account.id(),
                    account.username(),
                    "identity.signed-in",
                    account.path(),
                    "by " + identity.provider() + ", level " + identity.level());
            return true;
        });
        if (!same) throw new UpstreamException(UpstreamFault.ANOTHER_PERSON, identity.toString());
        return Optional.of(account);
    }

    /** Makes an account without a password, or finds the one that was made at the same moment. */
    public Account make(UpstreamIdentity identity, boolean synthetic) {
        return transactions.execute(status -> {
            String mark = mark(identity);
            UpstreamLink there = store.find(mark).orElse(null);
            if (there != null) return accounts.find(there.account()).orElseThrow();
            String username = identity.provider() + "." + Ids.next(clock);
            Account made = accounts.ensure(username, shortened(identity.name()), null, synthetic);
            // two windows at once: the second one finds the account of the first
            if (!store.link(mark, made.id(), identity, clock.instant())) {
                status.setRollbackOnly();
                return store.find(mark)
                        .flatMap(link -> accounts.find(link.account()))
                        .orElseThrow();
            }
            if (!identified(made, identity)) throw new IllegalStateException("A new account is of nobody else");
            log.record(made.id(), username, "identity.upstream-linked", made.path(), identity.toString());
            return made;
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
            return new Result.Done(account.id());
        });
    }

    /** Whether the account is, or from now on is, of the person that the provider names; an organisation's may name none. */
    private boolean identified(Account account, UpstreamIdentity identity) {
        PersonNumber number = PersonNumber.read(identity.number()).orElse(null);
        var born = identity.born();
        if (identity.ofOrganisation() || number == null || born == null) return true;
        Actor owner = accounts.actor(account.username()).orElseThrow();
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
