package vn.thucchat.foundation.identity.accounts;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;

/**
 * Makes, renames and disables accounts, as administrators do, each within the reach of their own units. An account is
 * seen by those who reach one of its roles, and managed by those who reach all that it holds.
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

        static Outcome refused(Refusal why) {
            return new Refused(why);
        }
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
        /** the last day on which the role is to be held has passed */
        ENDS_BEFORE,
        /** the role ends before the day that is asked for */
        ENDS_EARLIER,
        NOT_HELD,
        /** your own last role of administrator */
        OWN_LAST,
        /** your own account: ask another administrator */
        OWN_ACCOUNT,
        /** closed by its owner, or at their request: for good */
        CLOSED,
        /** a role for yourself: another administrator gives it */
        OWN_ROLE,
        /** a transfer names its decision, of at most 200 signs */
        PAPER_MISSING,
        /** the role of administrator, which two persons give, is not moved by one */
        TAKES_TWO,
        /** who administers a unit does not audit, review or keep the books there */
        TWO_HATS
    }

    private final AdministeredAccounts administered;
    private final AccountStore accounts;
    private final AccountSearchStore searches;
    private final GrantStore grants;
    private final Access access;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Administration(
            AdministeredAccounts administered,
            AccountStore accounts,
            AccountSearchStore searches,
            GrantStore grants,
            Access access,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.administered = administered;
        this.accounts = accounts;
        this.searches = searches;
        this.grants = grants;
        this.access = access;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Accounts that the actor may see.
     *
     * @param search words of username and name, of the last one its beginning; all accounts when there are none
     */
    public Slice<Entry> page(Actor actor, String search, Sort<Account.Order> sort, Cursor after, int size) {
        var scope = administered.scope(actor);
        Slice<Account> part = search.isBlank()
                ? Slice.of(
                        accounts.page(scope, sort, after, size + 1),
                        size,
                        last -> Cursor.of(last.username(), last.name()))
                : Slice.part(found(scope, search, sort), after, size);
        Map<UUID, List<RoleGrant>> held =
                grants.byAccount(part.items().stream().map(Account::id).toList());
        return part.map(
                account -> administered.entry(actor, scope, account, held.getOrDefault(account.id(), List.of())));
    }

    private List<Account> found(Scope scope, String search, Sort<Account.Order> sort) {
        List<Account> ascending = transactions.execute(_ -> searches.find(scope, search, sort.by()));
        return sort.down() ? ascending.reversed() : ascending;
    }

    /** Whether a search found so many that some were left out. */
    public boolean tooMany(Actor actor, String search) {
        return !search.isBlank()
                && found(administered.scope(actor), search, new Sort<>(Account.Order.USERNAME, false))
                                .size()
                        == AccountSearchStore.MOST_FOUND;
    }

    public Optional<Entry> find(Actor actor, UUID id) {
        return administered.find(actor, id);
    }

    /** Makes an account with its first role; its owner sets the password by a link: an administrator's takes two. */
    public Outcome create(Actor actor, String username, String name, String role, String unit) {
        var fit = Account.username(username);
        if (fit.isEmpty()) return Outcome.refused(Refusal.USERNAME_UNFIT);
        var called = Account.name(name);
        if (called.isEmpty()) return Outcome.refused(Refusal.NAME_UNFIT);
        if (!access.may(actor, Roles.ADMINISTRATOR, unit)) return Outcome.refused(Refusal.UNIT_OUT_OF_REACH);
        var now = clock.instant();
        var account = new Account(Ids.next(clock), fit.get(), called.get(), false, false, actor.synthetic(), 1, 1);
        return transactions.execute(status -> {
            if (!accounts.insert(account, null, now)) return Outcome.refused(Refusal.USERNAME_TAKEN);
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
        if (called.isEmpty()) return Outcome.refused(Refusal.NAME_UNFIT);
        return administered.managed(
                actor,
                id,
                version,
                entry -> administered.transact(
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
        if (id.equals(actor.account())) return Outcome.refused(Refusal.OWN_ACCOUNT);
        return administered.managed(actor, id, version, entry -> {
            return administered.transact(
                    () -> {
                        var account = entry.account();
                        if (!accounts.change(account, account.name(), disabled)) return false;
                        String action = disabled ? "identity.account-disabled" : "identity.account-enabled";
                        log.record(actor, action, account.path(), "");
                        return true;
                    },
                    id);
        });
    }
}
