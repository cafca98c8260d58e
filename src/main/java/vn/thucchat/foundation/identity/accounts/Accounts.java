package vn.thucchat.foundation.identity.accounts;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.identity.accesslog.AccessLog;

/** Accounts and the roles they hold, for loaders and other modules. People manage them by {@link Administration}. */
@Service
public class Accounts {

    /** Who holds a role in a unit, by an account that is open. */
    public record Holder(UUID account, String name, boolean synthetic, String role, String unit) {}

    /**
     * Which holders of roles to list.
     *
     * @param units in the order in which their holders are listed
     * @param name part of the holder's name; empty for any
     * @param named units whose holders are listed whatever their names
     * @param limit the most rows; a person has one for each role held in each unit
     */
    public record HolderQuery(
            Collection<String> roles,
            List<String> units,
            boolean synthetic,
            String name,
            Collection<String> named,
            int limit) {}

    private final AccountStore accounts;
    private final GrantStore grants;
    private final RoleHolderStore holders;
    private final Passwords passwords;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    Accounts(
            AccountStore accounts,
            GrantStore grants,
            RoleHolderStore holders,
            Passwords passwords,
            AccessLog log,
            TransactionTemplate transactions,
            InstantSource clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.holders = holders;
        this.passwords = passwords;
        this.log = log;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** By username, in any case. */
    public Optional<Account> find(String username) {
        return Account.username(username).flatMap(accounts::find).map(AccountStore.Secret::account);
    }

    public Optional<Account> find(UUID id) {
        return accounts.find(id).map(AccountStore.Secret::account);
    }

    /** Of some accounts, those that exist and are not disabled. */
    public Set<UUID> enabled(Collection<UUID> ids) {
        return accounts.enabled(ids, true, false);
    }

    /** As {@link #enabled(Collection)}, of real people or of the demonstration's. */
    public Set<UUID> enabled(Collection<UUID> ids, boolean synthetic) {
        return accounts.enabled(ids, synthetic);
    }

    /** Whether the account has a password; one whose link was never used has none. */
    public boolean hasPassword(UUID id) {
        return accounts.find(id).map(AccountStore.Secret::password).isPresent();
    }

    /**
     * Locks an open account until the transaction ends: nobody gives it a role or closes it meanwhile.
     *
     * @return false when it is disabled or unknown
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lockIfOpen(UUID id) {
        return accounts.lockIfOpen(id);
    }

    /** The person of a session and the roles held now; nobody when disabled or when the password is another now. */
    public Optional<SessionHolder> person(UUID account, int secretNo) {
        return accounts.person(account, secretNo);
    }

    /** The roles that an account holds and held, the oldest first. */
    public List<RoleGrant> grants(UUID account) {
        return grants.of(List.of(account));
    }

    /** The names of those of some accounts that a scope sees, by account. */
    public Map<UUID, String> names(Scope scope, Collection<UUID> of) {
        return accounts.of(scope, of).stream().collect(Collectors.toMap(Account::id, Account::name));
    }

    /** Whether anybody has an account: a new installation has none. */
    public boolean any() {
        return accounts.any();
    }

    /** Closes every demonstration account; how many were open. Their sessions end. */
    public int disableSynthetic() {
        Integer disabled = transactions.execute(status -> {
            var closed = accounts.disableSynthetic();
            for (var account : closed)
                log.record(Actor.PLATFORM, "identity.account-disabled", account.path(), account.username());
            return closed.size();
        });
        return disabled == null ? 0 : disabled;
    }

    /** Opens a demonstration account again; an account of a real person is left as it is. */
    public void enableSynthetic(String username) {
        transactions.executeWithoutResult(status -> {
            var account = find(username).orElse(null);
            if (account == null || !account.synthetic() || !account.disabled()) return;
            if (accounts.change(account, account.name(), false))
                log.record(Actor.PLATFORM, "identity.account-enabled", account.path(), account.username());
        });
    }

    /** The person with the roles held now: for loaders that act in somebody's name. Nobody when disabled. */
    public Optional<Actor> actor(String username) {
        return find(username)
                .flatMap(account -> person(account.id(), account.secretNo()))
                .map(SessionHolder::actor);
    }

    /** Those who hold one of the roles, by unit and name; what a role includes is asked of {@link RoleDefinitions}. */
    public List<Holder> holders(Collection<String> roles) {
        return holders.holders(roles);
    }

    /** Those whom a query names, by its order of units, and by name. */
    public List<Holder> holders(HolderQuery query) {
        return holders.holders(query);
    }

    /**
     * Lists everybody who holds one of the roles in one of the units, by unit and name.
     *
     * @param persons the most accounts that are listed, by name; each with a row for every role held in every unit
     */
    public List<Holder> holders(Collection<String> roles, Collection<String> units, boolean synthetic, int persons) {
        return units.isEmpty() ? List.of() : holders.holders(roles, units, synthetic, persons);
    }

    /** Those of some accounts who hold one of the roles, by unit and name. */
    public List<Holder> holders(Collection<String> roles, Collection<UUID> accounts) {
        return accounts.isEmpty() ? List.of() : holders.holders(roles, accounts);
    }

    /**
     * Makes an account, or leaves the one of that name as it is, and sees to it that it holds the roles. Repeating it
     * changes nothing.
     *
     * @param password taken as it is, however weak; null: nobody can sign in until a reset link was used
     * @throws IllegalArgumentException when nobody can be called so
     */
    public Account ensure(
            String username, String name, @Nullable String password, boolean synthetic, Actor.Grant... roles) {
        return ensure(username, name, password, synthetic, false, roles);
    }

    /** Gives a role in the platform's name; whether it was not held before. */
    public boolean grant(UUID account, String role, String unit) {
        return transactions.execute(status -> {
            var holder = find(account).orElseThrow();
            boolean granted = grants.insert(Ids.next(clock), account, role, unit, clock.instant(), null);
            if (granted) log.record(Actor.PLATFORM, "identity.role-granted", holder.path(), role + " " + unit);
            return granted;
        });
    }

    Account ensure(
            String username,
            String name,
            @Nullable String password,
            boolean synthetic,
            boolean mustChange,
            Actor.Grant... roles) {
        String fit = Account.username(username)
                .orElseThrow(() -> new IllegalArgumentException("Not a username: " + username));
        String called = Account.name(name).orElseThrow(() -> new IllegalArgumentException("Not a name: " + name));
        // hashed before the transaction, which holds a connection
        @Nullable String hash = password == null || find(fit).isPresent() ? null : passwords.hash(password);
        return ensureHashed(fit, called, hash, synthetic, mustChange, roles);
    }

    /** @param hash of the password, made before the transaction that this may be part of */
    Account ensureHashed(
            String username,
            String name,
            @Nullable String hash,
            boolean synthetic,
            boolean mustChange,
            Actor.Grant... roles) {
        return transactions.execute(status -> {
            var account = new Account(Ids.next(clock), username, name, mustChange, false, synthetic, 1, 1);
            if (accounts.insert(account, hash, clock.instant()))
                log.record(Actor.PLATFORM, "identity.account-created", account.path(), username);
            var there = find(username).orElseThrow();
            for (var role : roles) grant(there.id(), role.role(), role.unit());
            return there;
        });
    }
}
