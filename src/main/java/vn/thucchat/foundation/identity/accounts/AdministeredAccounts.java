package vn.thucchat.foundation.identity.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;

/** Finds the account that an administrator wants to change, and lets only those change it who may. */
@Component
record AdministeredAccounts(
        AccountStore accounts,
        GrantStore grants,
        Access access,
        OwnerAccounts owners,
        TransactionTemplate transactions) {

    /** Tells whether an account is the actor's own, under whichever of the actor's accounts. */
    boolean own(Actor actor, UUID id) {
        return owners.sameOwner(actor.account(), id);
    }

    Optional<Entry> find(Actor actor, UUID id) {
        var scope = scope(actor);
        return accounts.find(id)
                .map(secret -> entry(actor, scope, secret.account(), grants.of(List.of(id))))
                .filter(entry -> scope.sees(entry.grants()))
                .filter(entry -> entry.account().synthetic() || !scope.syntheticOnly());
    }

    Outcome managed(Actor actor, UUID id, int version, Function<Entry, Outcome> change) {
        return seen(
                actor,
                id,
                version,
                entry -> entry.manageable() ? change.apply(entry) : Outcome.refused(Refusal.NOT_YOURS));
    }

    /**
     * What is decided from the entry holds until the change: every change moves the version on, and the change is
     * made only at the version that was read.
     */
    Outcome seen(Actor actor, UUID id, int version, Function<Entry, Outcome> change) {
        var entry = find(actor, id);
        if (entry.isEmpty()) return Outcome.refused(Refusal.UNKNOWN);
        if (entry.get().account().version() != version) return Outcome.refused(Refusal.STALE);
        if (accounts.closed(id)) return Outcome.refused(Refusal.CLOSED);
        return change.apply(entry.get());
    }

    Outcome transact(BooleanSupplier change, UUID id) {
        boolean done = transactions.execute(status -> change.getAsBoolean());
        return done ? new Outcome.Done(id) : Outcome.refused(Refusal.STALE);
    }

    Scope scope(Actor actor) {
        return Scope.of(access, actor, Roles.ADMINISTRATOR);
    }

    Entry entry(Actor actor, Scope scope, Account account, List<RoleGrant> grants) {
        return new Entry(
                account,
                grants,
                scope.manages(grants) && (account.synthetic() || !scope.syntheticOnly()),
                grants.stream()
                        .map(RoleGrant::unit)
                        .distinct()
                        .collect(Collectors.toMap(unit -> unit, access::unitName)));
    }
}
