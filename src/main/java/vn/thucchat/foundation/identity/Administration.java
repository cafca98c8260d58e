package vn.thucchat.foundation.identity;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    /**
     * An account as an administrator sees it, with every role it holds or held.
     *
     * @param units the names of the units that the roles are held in, by code
     */
    public record Entry(Account account, List<RoleGrant> grants, boolean manageable, Map<String, String> units) {

        /** {@code Tỉnh Thái Nguyên}; the code where nobody knows a name. */
        public String unit(RoleGrant of) {
            return units.getOrDefault(of.unit(), of.unit());
        }
    }

    /** What became of a change. */
    public sealed interface Outcome {
        record Done(UUID account) implements Outcome {}

        /** The token of a link, known to nobody else from now on. */
        record Linked(String token) implements Outcome {}

        /** The account is one that takes two persons: another administrator is to ask for the link too. */
        record Asked() implements Outcome {}

        /** The role is one that takes two persons: another administrator is to give it too. */
        record RoleAsked() implements Outcome {}

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
        OWN_ACCOUNT,
        /** a role for yourself: another administrator gives it */
        OWN_ROLE,
        /** who administers a unit does not audit, review or keep the books there */
        TWO_HATS
    }

    /** Whose password takes two persons: who holds or held one of these could do much harm to a unit. */
    private static final Set<String> TWO_PERSONS = Set.of(Roles.LEADER, Roles.ADMINISTRATOR);

    /** How long the first of two persons waits for the second. */
    private static final Duration REQUEST_HOLDS = Duration.ofDays(1);

    private final AccountStore accounts;
    private final GrantStore grants;
    private final ResetStore resets;
    private final Credentials credentials;
    private final Access access;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Administration(
            AccountStore accounts,
            GrantStore grants,
            ResetStore resets,
            Credentials credentials,
            Access access,
            RoleDefinitions roles,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.resets = resets;
        this.credentials = credentials;
        this.access = access;
        this.roles = roles;
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
                .map(account -> entry(actor, scope, account, held.getOrDefault(account.id(), List.of())))
                .toList();
    }

    public Optional<Entry> find(Actor actor, UUID id) {
        var scope = scope(actor);
        return accounts.find(id)
                .map(secret -> entry(actor, scope, secret.account(), grants.of(List.of(id))))
                .filter(entry -> scope.sees(entry.grants()));
    }

    /** Makes an account with its first role; its owner sets the password by a link: an administrator's takes two. */
    public Outcome create(Actor actor, String username, String name, String role, String unit) {
        var fit = Account.username(username);
        if (fit.isEmpty()) return refused(Refusal.USERNAME_UNFIT);
        var called = Account.name(name);
        if (called.isEmpty()) return refused(Refusal.NAME_UNFIT);
        if (!access.may(actor, Roles.ADMINISTRATOR, unit)) return refused(Refusal.UNIT_OUT_OF_REACH);
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

    /** What is wrong with the words of a new account, all at once. */
    public static List<Refusal> unfit(String username, String name) {
        var why = new ArrayList<Refusal>();
        if (Account.username(username).isEmpty()) why.add(Refusal.USERNAME_UNFIT);
        if (Account.name(name).isEmpty()) why.add(Refusal.NAME_UNFIT);
        return why;
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

    /**
     * Gives a role. Links that others made end: they were made for an account that could do less. The role of
     * administrator is given by two: else one person could be a second one under another name, and so both of the two
     * that other acts take.
     */
    public Outcome grant(Actor actor, UUID id, int version, String role, String unit) {
        if (!access.may(actor, Roles.ADMINISTRATOR, unit)) return refused(Refusal.UNIT_OUT_OF_REACH);
        if (id.equals(actor.account())) return refused(Refusal.OWN_ROLE);
        return seen(actor, id, version, entry -> {
            boolean held = entry.grants().stream()
                    .anyMatch(grant -> grant.held()
                            && grant.role().equals(role)
                            && grant.unit().equals(unit));
            if (held) return refused(Refusal.HELD_ALREADY);
            if (twoHats(entry, role, unit)) return refused(Refusal.TWO_HATS);
            boolean administers = role.equals(Roles.ADMINISTRATOR);
            return transactions.execute(status -> {
                var account = entry.account();
                var now = clock.instant();
                if (!accounts.change(account, account.name(), account.disabled())) return refused(Refusal.STALE);
                if (administers && !roleAskedByAnother(actor, id, role, unit)) {
                    grants.ask(id, role, unit, actor.account(), now);
                    log.record(actor, "identity.role-asked", account.path(), role + " " + unit);
                    return new Outcome.RoleAsked();
                }
                grants.endRequest(id, role, unit);
                grants.insert(Ids.next(clock), id, role, unit, now, actor.account());
                if (administers) resets.endAll(id, now);
                else resets.endOfOthers(id, actor.account(), now);
                resets.endRequest(id);
                log.record(actor, "identity.role-granted", account.path(), role + " " + unit);
                return new Outcome.Done(id);
            });
        });
    }

    private boolean roleAskedByAnother(Actor actor, UUID id, String role, String unit) {
        return grants.asked(id, role, unit, clock.instant().minus(REQUEST_HOLDS))
                .filter(asker -> !asker.equals(actor.account()))
                .isPresent();
    }

    public Outcome revoke(Actor actor, UUID id, int version, UUID grantId) {
        return seen(actor, id, version, entry -> {
            var found = entry.grants().stream()
                    .filter(grant -> grant.held() && grant.id().equals(grantId))
                    .findFirst();
            if (found.isEmpty()) return refused(Refusal.NOT_HELD);
            var grant = found.get();
            if (!access.may(actor, Roles.ADMINISTRATOR, grant.unit())) return refused(Refusal.UNIT_OUT_OF_REACH);
            boolean ownLast = id.equals(actor.account())
                    && grant.role().equals(Roles.ADMINISTRATOR)
                    && entry.grants().stream()
                            .noneMatch(other -> other.held()
                                    && other.role().equals(Roles.ADMINISTRATOR)
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

    /**
     * Makes a link by which the owner sets a new password, once, within a day. For who leads or administers, or once
     * did, the first administrator asks and a second one gets the link.
     */
    public Outcome link(Actor actor, UUID id, int version) {
        if (id.equals(actor.account())) return refused(Refusal.OWN_ACCOUNT);
        return managed(
                actor,
                id,
                version,
                entry -> transactions.execute(status -> {
                    var account = entry.account();
                    if (!accounts.change(account, account.name(), account.disabled())) return refused(Refusal.STALE);
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

    /** Whether one of two persons has asked for the account's link and waits for another, who may be the actor. */
    public boolean linkAsked(UUID id) {
        return resets.asked(id, clock.instant().minus(REQUEST_HOLDS)).isPresent();
    }

    private boolean askedByAnother(Actor actor, UUID id) {
        return resets.asked(id, clock.instant().minus(REQUEST_HOLDS))
                .filter(asker -> !asker.equals(actor.account()))
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

    private boolean twoHats(Entry entry, String role, String unit) {
        return entry.grants().stream()
                .filter(RoleGrant::held)
                .anyMatch(grant -> roles.exclude(role, grant.role()) && access.overlap(unit, grant.unit()));
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
        // a demonstration account changes nothing that is real
        if (actor.synthetic() && !entry.get().account().synthetic()) return refused(Refusal.NOT_YOURS);
        if (entry.get().account().version() != version) return refused(Refusal.STALE);
        return change.to(entry.get());
    }

    private Outcome transact(BooleanSupplier change, UUID id) {
        boolean done = transactions.execute(status -> change.getAsBoolean());
        return done ? new Outcome.Done(id) : refused(Refusal.STALE);
    }

    private Scope scope(Actor actor) {
        return Scope.of(access, actor, Roles.ADMINISTRATOR);
    }

    private Entry entry(Actor actor, Scope scope, Account account, List<RoleGrant> grants) {
        return new Entry(
                account,
                grants,
                scope.manages(grants) && (account.synthetic() || !actor.synthetic()),
                grants.stream()
                        .map(RoleGrant::unit)
                        .distinct()
                        .collect(Collectors.toMap(unit -> unit, access::unitName)));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
