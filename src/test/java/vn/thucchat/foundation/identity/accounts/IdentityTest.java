package vn.thucchat.foundation.identity.accounts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.AccessLogs;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.identity.throttling.Throttle;
import vn.thucchat.foundation.identity.throttling.Throttles;
import vn.thucchat.testing.StoreTest;

/** Base of this module's tests on the database alone: its services, wired by hand, and a clock that stands still. */
public abstract class IdentityTest extends StoreTest {

    public static final String PASSWORD = "con-trau-cay-ruong";
    static final Passwords PASSWORDS = new Passwords();

    public Instant now = Instant.parse("2022-08-08T02:00:00Z");
    public final InstantSource clock = () -> now;
    public final Access access = HouseRoles.ACCESS;
    AccountStore accountStore;
    GrantStore grantStore;
    ResetStore resetStore;
    /** How long attempts were held back. */
    final List<Duration> held = new CopyOnWriteArrayList<>();

    public AccessLog log;
    public Throttle throttle;
    public Accounts accounts;
    SignIns signIns;
    Credentials credentials;
    public Administration administration;
    RoleAdministration roles;
    PasswordLinks links;

    /** Owners of one account each. */
    static final OwnerAccounts OWNERS = new OwnerAccounts() {
        @Override
        public List<UUID> others(UUID account) {
            return List.of();
        }

        @Override
        public boolean sameOwner(UUID account, UUID other) {
            return account.equals(other);
        }
    };

    @BeforeAll
    void wire() {
        accountStore = new AccountStore(jdbc, clock);
        grantStore = new GrantStore(jdbc, clock);
        resetStore = new ResetStore(jdbc);
        log = AccessLogs.of(jdbc, clock);
        throttle = Throttles.of(jdbc, transactions, clock, held::add);
        accounts = new Accounts(
                accountStore, grantStore, new RoleHolderStore(jdbc, clock), PASSWORDS, log, transactions, clock);
        signIns = new SignIns(accountStore, new ClosedAccountStore(jdbc), PASSWORDS, throttle, log);
        credentials = new Credentials(accountStore, resetStore, PASSWORDS, throttle, log, transactions, clock);
        var administered = new AdministeredAccounts(accountStore, grantStore, access, OWNERS, transactions);
        administration = new Administration(
                administered, accountStore, new AccountSearchStore(jdbc), grantStore, access, log, transactions, clock);
        roles = new RoleAdministration(
                administered,
                accountStore,
                grantStore,
                resetStore,
                access,
                HouseRoles.DEFINITIONS,
                log,
                transactions,
                clock);
        links = new PasswordLinks(administered, accountStore, resetStore, credentials, log, transactions, clock);
    }

    /** A new account of an unused name that holds roles, and who it acts as. */
    public Actor somebody(Actor.Grant... grants) {
        String username = "a" + Ids.next(clock).toString().substring(24)
                + UUID.randomUUID().toString().substring(0, 4);
        accounts.ensure(username, "Người " + username, null, false, grants);
        return accounts.actor(username).orElseThrow();
    }

    /** Whether a restart would find somebody who can administer. */
    public boolean anyAdministrator() {
        return accountStore.anyAdministrator();
    }

    public static Actor.Grant grant(String role, String unit) {
        return new Actor.Grant(role, unit);
    }

    public Account account(Actor actor) {
        return accounts.find(actor.account()).orElseThrow();
    }

    int logged(Actor about, String action) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                .param("action", action)
                .param("object", "/admin/accounts/" + about.account())
                .query(Integer.class)
                .single();
    }
}
