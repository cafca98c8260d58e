package vn.thucchat.foundation.identity;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestReach;

/** Base of this module's tests on the database alone: its services, wired by hand, and a clock that stands still. */
abstract class IdentityTest extends StoreTest {

    static final String PASSWORD = "con-trau-cay-ruong";
    static final Passwords PASSWORDS = new Passwords();

    Instant now = Instant.parse("2022-08-08T02:00:00Z");
    final InstantSource clock = () -> now;
    final Access access = new Access(TestReach.REACH, HouseRoles.DEFINITIONS);
    AccountStore accountStore;
    GrantStore grantStore;
    AttemptStore attemptStore;
    ResetStore resetStore;
    KnownPlaceStore placeStore;
    /** How long attempts were held back. */
    final List<Duration> held = new CopyOnWriteArrayList<>();

    AccessLogStore logStore;
    AccessLog log;
    Throttle throttle;
    Accounts accounts;
    SignIns signIns;
    Credentials credentials;
    Administration administration;
    RoleAdministration roles;
    PasswordLinks links;

    @BeforeAll
    void wire() {
        accountStore = new AccountStore(jdbc);
        grantStore = new GrantStore(jdbc);
        attemptStore = new AttemptStore(jdbc);
        resetStore = new ResetStore(jdbc);
        logStore = new AccessLogStore(jdbc);
        log = new AccessLog(logStore, clock);
        placeStore = new KnownPlaceStore(jdbc);
        throttle = new Throttle(attemptStore, placeStore, transactions, clock, held::add);
        accounts = new Accounts(accountStore, grantStore, PASSWORDS, log, transactions, clock);
        signIns = new SignIns(accountStore, PASSWORDS, throttle, log);
        credentials = new Credentials(accountStore, resetStore, PASSWORDS, throttle, log, transactions, clock);
        var administered = new AdministeredAccounts(accountStore, grantStore, access, transactions);
        administration = new Administration(administered, accountStore, grantStore, access, log, transactions, clock);
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
    Actor somebody(Actor.Grant... grants) {
        String username = "a" + Ids.next(clock).toString().substring(24)
                + UUID.randomUUID().toString().substring(0, 4);
        accounts.ensure(username, "Người " + username, null, false, grants);
        return accounts.actor(username).orElseThrow();
    }

    static Actor.Grant grant(String role, String unit) {
        return new Actor.Grant(role, unit);
    }

    Account account(Actor actor) {
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
