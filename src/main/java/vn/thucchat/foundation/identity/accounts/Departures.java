package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;

/** Ends the roles of officials who leave the service, and closes their accounts. */
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
     * Lets all roles of an account end with a day to come.
     *
     * @return false when the account was changed since it was read, or may not be closed by the actor
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean endLater(Actor actor, UUID id, int version, LocalDate lastDay, String paper) {
        return read(actor, id, version)
                .filter(entry ->
                        accounts.change(entry.account(), entry.account().name(), false))
                .map(entry -> {
                    grants.endBy(id, after(lastDay));
                    log.record(
                            actor, "identity.departure-entered", entry.account().path(), lastDay + " · " + paper);
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

    /**
     * Closes an account whose last day has passed, with all roles that were given before that day was over, whoever gave them
     * since it was entered; not one that was given a role again after it.
     *
     * @param by who entered the last day
     * @return whether it was closed; what happens otherwise is in the access log
     * @throws OptimisticLockingFailureException when the account is being changed: to be tried again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean close(UUID id, LocalDate lastDay, UUID by) {
        Account account = accounts.find(id).map(AccountStore.Secret::account).orElse(null);
        if (account == null) return false;
        Instant over = after(lastDay);
        List<RoleGrant> held =
                grants.of(List.of(id)).stream().filter(RoleGrant::held).toList();
        if (held.stream().anyMatch(grant -> !grant.from().isBefore(over))) {
            log.record(Actor.PLATFORM, "identity.departure-undone", account.path(), lastDay.toString());
            return false;
        }
        // roles end with an account that was disabled meanwhile, too: else they would be there when it is enabled
        if (account.disabled() && held.isEmpty()) return false;
        if (!accounts.change(account, account.name(), true))
            throw new OptimisticLockingFailureException(account.path());
        Instant now = clock.instant();
        for (RoleGrant grant : held) grants.revoke(grant.id(), now, by);
        log.record(Actor.PLATFORM, "identity.departure-closed", account.path(), lastDay.toString());
        return true;
    }

    /** The first moment of the day after, in Viet Nam. */
    private static Instant after(LocalDate lastDay) {
        return lastDay.plusDays(1).atStartOfDay(BusinessTime.VIETNAM).toInstant();
    }
}
