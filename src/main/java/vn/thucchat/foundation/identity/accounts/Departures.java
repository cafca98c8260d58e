package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;

/** Ends what officials hold who leave the service, and closes their accounts. */
@Service
public class Departures {

    private final AdministeredAccounts administered;
    private final AccountStore accounts;
    private final GrantStore grants;
    private final AccessLog log;
    private final InstantSource clock;

    Departures(
            AdministeredAccounts administered,
            AccountStore accounts,
            GrantStore grants,
            AccessLog log,
            InstantSource clock) {
        this.administered = administered;
        this.accounts = accounts;
        this.grants = grants;
        this.log = log;
        this.clock = clock;
    }

    /** The account of a name, where the actor may close it: not their own, nor one with a role out of their reach. */
    public Optional<Entry> leaver(Actor actor, String username) {
        return Account.username(username)
                .flatMap(accounts::find)
                .flatMap(secret -> administered.find(actor, secret.account().id()))
                .filter(entry -> entry.manageable()
                        && !entry.account().id().equals(actor.account())
                        && !entry.account().disabled());
    }

    /**
     * Lets all roles of an account end at a moment to come.
     *
     * @return false when the account was changed since it was read, or may not be closed by the actor
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean endLater(Actor actor, UUID id, int version, Instant ends, String paper) {
        return read(actor, id, version)
                .filter(entry ->
                        accounts.change(entry.account(), entry.account().name(), false))
                .map(entry -> {
                    grants.endBy(id, ends);
                    log.record(
                            actor, "identity.departure-entered", entry.account().path(), ends + " · " + paper);
                    return true;
                })
                .orElse(false);
    }

    /** As {@link #endLater}, at once: roles are taken back and the account is closed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean endNow(Actor actor, UUID id, int version, String paper) {
        return read(actor, id, version)
                .filter(entry ->
                        accounts.change(entry.account(), entry.account().name(), true))
                .map(entry -> {
                    Instant now = clock.instant();
                    for (RoleGrant grant : entry.grants())
                        if (grant.held()) grants.revoke(grant.id(), now, actor.account());
                    log.record(
                            actor, "identity.departure-closed", entry.account().path(), paper);
                    return true;
                })
                .orElse(false);
    }

    private Optional<Entry> read(Actor actor, UUID id, int version) {
        return accounts.find(id)
                .flatMap(secret -> leaver(actor, secret.account().username()))
                .filter(entry -> entry.account().version() == version);
    }

    /** Closes an account whose last day has passed; not one that was given a role again since. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(UUID id) {
        Account account = accounts.find(id)
                .map(AccountStore.Secret::account)
                .filter(found -> !found.disabled())
                .orElse(null);
        boolean returned = grants.of(java.util.List.of(id)).stream().anyMatch(RoleGrant::held);
        if (account == null || returned || !accounts.change(account, account.name(), true)) return false;
        log.record(Actor.PLATFORM, "identity.departure-closed", account.path(), "");
        return true;
    }
}
