package vn.thucchat.foundation.identity.accounts;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accesslog.AccessLog;

/**
 * Accounts that somebody who is no administrator may make: whoever holds a role may give those that are {@link
 * RoleDefinition#grantedBy() granted by} it, in the units that the own role reaches. A new password, or an end, is for accounts that hold nothing more than that. All of
 * it in the caller's transaction.
 */
@Service
public class Enrolments {

    /** Of namesakes so many can be told apart by a number. */
    private static final int NAMESAKES = 999;

    /** A password that works once. Made before a transaction is begun: to seal it takes time. */
    public static final class Key {
        private final String password;
        private final String hash;

        private Key(String password, String hash) {
            this.password = password;
            this.hash = hash;
        }

        /** To be told to its owner and to nobody else, now: it is kept nowhere. */
        public String password() {
            return password;
        }
    }

    /** What became of a change. */
    public sealed interface Outcome {
        record Done(Account account) implements Outcome {}

        record Refused(Refusal why) implements Outcome {}
    }

    /** Why nothing was changed. */
    public enum Refusal {
        /** not a role that the actor may give there */
        OUT_OF_REACH,
        /** no account, or it holds more than the actor could have given */
        NOT_YOURS,
        /** nobody can be called so */
        UNFIT,
        /** everybody is called so */
        TAKEN,
        /** it is closed, or somebody changed it just now */
        STALE
    }

    private final AccountStore accounts;
    private final GrantStore grants;
    private final ResetStore resets;
    private final Passwords passwords;
    private final Access access;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final InstantSource clock;

    Enrolments(
            AccountStore accounts,
            GrantStore grants,
            ResetStore resets,
            Passwords passwords,
            Access access,
            RoleDefinitions roles,
            AccessLog log,
            InstantSource clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.resets = resets;
        this.passwords = passwords;
        this.access = access;
        this.roles = roles;
        this.log = log;
        this.clock = clock;
    }

    public Key key() {
        String password = OneTime.grouped();
        return new Key(password, passwords.hash(password));
    }

    /**
     * Makes an account whose owner must set a password of their own at the first sign-in.
     *
     * @param username what it is best called; with a number where others are called so
     */
    @Transactional
    public Outcome make(Actor actor, Key key, String username, String name, String role, String unit) {
        if (!mayGive(actor, role, unit)) return refused(Refusal.OUT_OF_REACH);
        Optional<String> called = Account.name(name);
        if (called.isEmpty() || Account.username(username + NAMESAKES).isEmpty()) return refused(Refusal.UNFIT);
        for (int i = 1; i <= NAMESAKES; i++) {
            String free = Account.username(i == 1 ? username : username + i).orElseThrow();
            var account = new Account(Ids.next(clock), free, called.get(), true, false, actor.synthetic(), 1, 1);
            if (!accounts.insert(account, key.hash, clock.instant())) continue;
            grants.insert(Ids.next(clock), account.id(), role, unit, clock.instant(), actor.account());
            log.record(actor, "identity.account-created", account.path(), account.username());
            log.record(actor, "identity.role-granted", account.path(), role + " " + unit);
            return new Outcome.Done(account);
        }
        return refused(Refusal.TAKEN);
    }

    /** Whether the actor may set a new password of the account, or close it. */
    public boolean mayRenew(Actor actor, UUID id) {
        return accounts.find(id)
                .map(AccountStore.Secret::account)
                .filter(account -> !account.disabled() && reached(actor, account, held(id)))
                .isPresent();
    }

    /** Gives a new password to be changed at once; what was begun under the old one has ended. */
    @Transactional
    public Outcome renew(Actor actor, Key key, UUID id) {
        Account account = accounts.find(id).map(AccountStore.Secret::account).orElse(null);
        if (account == null || !reached(actor, account, held(id))) return refused(Refusal.NOT_YOURS);
        if (!accounts.give(account, key.hash)) return refused(Refusal.STALE);
        resets.endAll(id, clock.instant());
        log.record(actor, "identity.password-given", account.path(), "");
        return new Outcome.Done(account);
    }

    /**
     * Takes back what the actor could have given. The account is closed with it, unless it holds more: then it keeps
     * the rest.
     */
    @Transactional
    public Outcome takeBack(Actor actor, UUID id) {
        Account account = accounts.find(id).map(AccountStore.Secret::account).orElse(null);
        if (account == null) return refused(Refusal.NOT_YOURS);
        List<RoleGrant> held = held(id);
        if (reached(actor, account, held)) {
            if (account.disabled()) return new Outcome.Done(account);
            if (!accounts.change(account, account.name(), true)) return refused(Refusal.STALE);
            log.record(actor, "identity.account-disabled", account.path(), "");
            return new Outcome.Done(account);
        }
        List<RoleGrant> own = held.stream()
                .filter(grant -> mayGive(actor, grant.role(), grant.unit()))
                .toList();
        if (own.isEmpty()) return refused(Refusal.NOT_YOURS);
        // moves the version on, so that whoever looks at the account sees that it can do less
        if (!accounts.change(account, account.name(), account.disabled())) return refused(Refusal.STALE);
        for (RoleGrant grant : own) {
            grants.revoke(grant.id(), clock.instant(), actor.account());
            log.record(actor, "identity.role-revoked", account.path(), grant.role() + " " + grant.unit());
        }
        return new Outcome.Done(account);
    }

    private List<RoleGrant> held(UUID id) {
        return grants.of(List.of(id)).stream().filter(RoleGrant::held).toList();
    }

    /** Whoever holds more is somebody else's: a new password would give that away too. */
    private boolean reached(Actor actor, Account account, List<RoleGrant> held) {
        return account.synthetic() == actor.synthetic()
                && !held.isEmpty()
                && held.stream().allMatch(grant -> mayGive(actor, grant.role(), grant.unit()));
    }

    private boolean mayGive(Actor actor, String role, String unit) {
        return roles.givers(role).stream().anyMatch(by -> access.may(actor, by, unit));
    }

    private static Outcome refused(Refusal why) {
        return new Outcome.Refused(why);
    }
}
