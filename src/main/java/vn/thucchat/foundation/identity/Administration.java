package vn.thucchat.foundation.identity;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;

/**
 * What administrators do, each within the reach of their own units. An account is seen by those who reach one of its
 * roles, and managed by those who reach all that it holds.
 */
@Service
public class Administration {

    /** An account as an administrator sees it, with every role it holds or held. */
    public record Entry(Account account, List<RoleGrant> grants, boolean manageable) {}

    /** What became of a change. */
    public sealed interface Outcome {
        record Done(UUID account) implements Outcome {}

        /** The token of a link, known to nobody else from now on. */
        record Linked(String token) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why nothing was changed. */
    public enum Refusal {
        /** no such account, or not one of yours to see */
        UNKNOWN,
        /** somebody changed it since the form was shown */
        STALE,
        /** it holds a role that you do not reach */
        NOT_YOURS,
        USERNAME_UNFIT,
        USERNAME_TAKEN,
        NAME_UNFIT,
        /** no such unit, or not below one of yours */
        UNIT_OUT_OF_REACH,
        HELD_ALREADY,
        NOT_HELD,
        /** your own last role of administrator */
        OWN_LAST,
        /** your own account: ask another administrator */
        OWN_ACCOUNT
    }

    private final AccountStore accounts;
    private final GrantStore grants;
    private final ResetStore resets;
    private final Credentials credentials;
    private final Access access;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Administration(
            AccountStore accounts,
            GrantStore grants,
            ResetStore resets,
            Credentials credentials,
            Access access,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.resets = resets;
        this.credentials = credentials;
        this.access = access;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Accounts by username, after one. */
    public List<Entry> page(Actor actor, String search, String after, int limit) {
        var scope = scope(actor);
        var page = accounts.page(scope, search.strip(), after, limit);
        Map<UUID, List<RoleGrant>> held = grants
                .of(page.stream().map(Account::id).toList())
                .stream()
                .collect(Collectors.groupingBy(RoleGrant::account));
        return page.stream()
                .map(account -> entry(scope, account, held.getOrDefault(account.id(), List.of())))
                .toList();
    }

    public Optional<Entry> find(Actor actor, UUID id) {
        var scope = scope(actor);
        return accounts.find(id)
                .map(secret -> entry(scope, secret.account(), grants.of(List.of(id))))
                .filter(entry -> scope.sees(entry.grants()));
    }

    /** Makes an account with its first role; its owner sets the password by a link. */
    public Outcome create(Actor actor, String username, String name, Role role, String unit) {
        var fit = Account.username(username);
        if (fit.isEmpty()) return refused(Refusal.USERNAME_UNFIT);
        var called = Account.name(name);
        if (called.isEmpty()) return refused(Refusal.NAME_UNFIT);
        if (!access.may(actor, Role.ADMINISTRATOR, unit)) return refused(Refusal.UNIT_OUT_OF_REACH);
        var now = clock.instant();
        var account = new Account(Ids.next(clock), fit.get(), called.get(), false, false, actor.synthetic(), 1, 1);
        return transactions.execute(status -> {
            if (!accounts.insert(account, null, now)) return refused(Refusal.USERNAME_TAKEN);
            grants.insert(Ids.next(clock), account.id(), role, unit, now, actor.account());
            log.record(actor, "identity.account-created", account.path(), account.username());
            log.record(actor, "identity.role-granted", account.path(), role + " " + unit);
            return new Outcome.Done(account.id());
        });
    }

    public Outcome rename(Actor actor, UUID id, int version, String name) {
        var called = Account.name(name);
        if (called.isEmpty()) return refused(Refusal.NAME_UNFIT);
        return managed(
                actor,
                id,
                version,
                entry -> transact(
                        () -> {
                            var account = entry.account();
                            if (!accounts.change(account, called.get(), account.disabled())) return false;
                            log.record(
                                    actor,
                                    "identity.account-renamed",
                                    account.path(),
                                    account.name() + " → " + called.get());
                            return true;
                        },
                        id));
    }

    /** A disabled account cannot sign in and its sessions have ended. */
    public Outcome disable(Actor actor, UUID id, int version, boolean disabled) {
        if (id.equals(actor.account())) return refused(Refusal.OWN_ACCOUNT);
        return managed(
                actor,
                id,
                version,
                entry -> transact(
                        () -> {
                            var account = entry.account();
                            if (!accounts.change(account, account.name(), disabled)) return false;
                            String action = disabled ? "identity.account-disabled" : "identity.account-enabled";
                            log.record(actor, action, account.path(), "");
                            return true;
                        },
                        id));
    }

    /** Gives a role. Links that others made end: they were made for an account that could do less. */
    public Outcome grant(Actor actor, UUID id, int version, Role role, String unit) {
        if (!access.may(actor, Role.ADMINISTRATOR, unit)) return refused(Refusal.UNIT_OUT_OF_REACH);
        return seen(actor, id, version, entry -> {
            boolean held = entry.grants().stream()
                    .anyMatch(grant ->
                            grant.held() && grant.role() == role && grant.unit().equals(unit));
            if (held) return refused(Refusal.HELD_ALREADY);
            return transact(
                    () -> {
                        var account = entry.account();
                        if (!accounts.change(account, account.name(), account.disabled())) return false;
                        grants.insert(Ids.next(clock), id, role, unit, clock.instant(), actor.account());
                        resets.endOfOthers(id, actor.account(), clock.instant());
                        log.record(actor, "identity.role-granted", account.path(), role + " " + unit);
                        return true;
                    },
                    id);
        });
    }

    public Outcome revoke(Actor actor, UUID id, int version, UUID grantId) {
        return seen(actor, id, version, entry -> {
            var found = entry.grants().stream()
                    .filter(grant -> grant.held() && grant.id().equals(grantId))
                    .findFirst();
            if (found.isEmpty()) return refused(Refusal.NOT_HELD);
            var grant = found.get();
            if (!access.may(actor, Role.ADMINISTRATOR, grant.unit())) return refused(Refusal.UNIT_OUT_OF_REACH);
            boolean ownLast = id.equals(actor.account())
                    && grant.role() == Role.ADMINISTRATOR
                    && entry.grants().stream()
                            .noneMatch(other -> other.held()
                                    && other.role() == Role.ADMINISTRATOR
                                    && !other.id().equals(grantId));
            if (ownLast) return refused(Refusal.OWN_LAST);
            return transact(
                    () -> {
                        var account = entry.account();
                        if (!accounts.change(account, account.name(), account.disabled())) return false;
                        grants.revoke(grantId, clock.instant(), actor.account());
                        log.record(actor, "identity.role-revoked", account.path(), grant.role() + " " + grant.unit());
                        return true;
                    },
                    id);
        });
    }

    /** Makes a link by which the owner sets a new password, once, within a day. */
    public Outcome link(Actor actor, UUID id, int version) {
        if (id.equals(actor.account())) return refused(Refusal.OWN_ACCOUNT);
        return managed(
                actor,
                id,
                version,
                entry -> transactions.execute(status -> {
                    var account = entry.account();
                    if (!accounts.change(account, account.name(), account.disabled())) return refused(Refusal.STALE);
                    String token = credentials.makeToken(id, actor.account());
                    log.record(actor, "identity.reset-link-made", account.path(), "");
                    return new Outcome.Linked(token);
                }));
    }

    @FunctionalInterface
    private interface Change {
        Outcome to(Entry entry);
    }

    private Outcome managed(Actor actor, UUID id, int version, Change change) {
        return seen(actor, id, version, entry -> entry.manageable() ? change.to(entry) : refused(Refusal.NOT_YOURS));
    }

    /**
     * What is decided from the entry holds until the change: every change moves the version on, and the change is
     * made only at the version that was read.
     */
    private Outcome seen(Actor actor, UUID id, int version, Change change) {
        var entry = find(actor, id);
        if (entry.isEmpty()) return refused(Refusal.UNKNOWN);
        if (entry.get().account().version() != version) return refused(Refusal.STALE);
        return change.to(entry.get());
    }

    private Outcome transact(BooleanSupplier change, UUID id) {
        boolean done = transactions.execute(status -> change.getAsBoolean());
        return done ? new Outcome.Done(id) : refused(Refusal.STALE);
    }

    private Scope scope(Actor actor) {
        return Scope.of(access, actor, Role.ADMINISTRATOR);
    }

    private static Entry entry(Scope scope, Account account, List<RoleGrant> grants) {
        return new Entry(account, grants, scope.manages(grants));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
