package vn.thucchat.foundation.identity.accounts;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;

/** Makes the links by which owners of accounts set a password; those of some accounts take two administrators. */
@Service
public class PasswordLinks {

    /** Whose password takes two persons: who holds or held one of these could do much harm to a unit. */
    private static final Set<String> TWO_PERSONS = Set.of(Roles.LEADER, Roles.ADMINISTRATOR);

    /** How long the first of two persons waits for the second. */
    private static final Duration REQUEST_HOLDS = Duration.ofDays(1);

    private final AdministeredAccounts administered;
    private final AccountStore accounts;
    private final ResetStore resets;
    private final Credentials credentials;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    PasswordLinks(
            AdministeredAccounts administered,
            AccountStore accounts,
            ResetStore resets,
            Credentials credentials,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.administered = administered;
        this.accounts = accounts;
        this.resets = resets;
        this.credentials = credentials;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a link by which the owner sets a new password, once, within a day. For who leads or administers, or once
     * did, the first administrator asks and a second one gets the link.
     */
    public Outcome make(Actor actor, UUID id, int version) {
        if (administered.own(actor, id)) return Outcome.refused(Refusal.OWN_ACCOUNT);
        return administered.managed(
                actor,
                id,
                version,
                entry -> transactions.execute(status -> {
                    var account = entry.account();
                    if (!accounts.change(account, account.name(), account.disabled()))
                        return Outcome.refused(Refusal.STALE);
                    if (takesTwo(entry) && !askedByAnother(actor, id)) {
                        resets.ask(id, actor.account(), clock.instant());
                        log.record(actor, "identity.reset-link-asked", account.path(), "");
                        return new Outcome.Asked();
                    }
                    resets.endRequest(id);
                    String token = credentials.makeToken(id, actor.account());
                    log.record(actor, "identity.reset-link-made", account.path(), "");
                    return new Outcome.Linked(token);
                }));
    }

    private boolean askedByAnother(Actor actor, UUID id) {
        return resets.asked(id, clock.instant().minus(REQUEST_HOLDS))
                .filter(asker -> !administered.own(actor, asker))
                .isPresent();
    }

    /**
     * A leader's first password, of an account that nobody can have signed in with, takes one person; that of an
     * administrator two, or whoever made the account would be a second administrator.
     */
    private boolean takesTwo(Entry entry) {
        if (entry.grants().stream().anyMatch(grant -> grant.role().equals(Roles.ADMINISTRATOR))) return true;
        return entry.grants().stream().anyMatch(grant -> TWO_PERSONS.contains(grant.role()))
                && accounts.find(entry.account().id())
                        .filter(secret -> secret.password() != null)
                        .isPresent();
    }
}
