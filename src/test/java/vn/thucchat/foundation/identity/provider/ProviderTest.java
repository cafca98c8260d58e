package vn.thucchat.foundation.identity.provider;

import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Base of tests of the provider by HTTP: an account, and clients that were registered for the test. */
@ApplicationTest
@NullMarked
abstract class ProviderTest {

    static final String PASSWORD = "con-trau-cay-ruong";
    static final String USERNAME = "nguoi.dung.he.thong";

    @Autowired
    Accounts accounts;

    @Autowired
    Clients clients;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void somebody() {
        accounts.ensure(
                USERNAME, "Nguyễn Văn An", PASSWORD, false, new Actor.Grant(SteeringRoles.STEERING_OFFICE, "19"));
    }

    @AfterEach
    void setClock() {
        clock.moveTo(TestTime.now());
    }

    HttpVisitor signedIn() throws Exception {
        return new HttpVisitor(port).signedIn(USERNAME, PASSWORD);
    }

    ClientProgram portal() {
        return ClientProgram.registered(clients, port, "cong", true, ClientProgram.terms(ClientProgram.PEOPLE));
    }

    ClientProgram app() {
        return ClientProgram.registered(clients, port, "ung-dung", false, ClientProgram.terms(ClientProgram.PEOPLE));
    }

    ClientProgram machine() {
        return ClientProgram.registered(clients, port, "may", true, ClientProgram.terms(Set.of("CLIENT_CREDENTIALS")));
    }

    /** Gives an account a passkey as a row. */
    void passkey(String username) {
        jdbc.sql("""
                        INSERT INTO identity.passkey (account, id, rp_id, credential_id, attested, sign_count,
                            backup_eligible, backed_up, transports, label, made_at)
                        SELECT id, gen_random_uuid(), 'localhost', sha256(convert_to(username, 'UTF8')),
                            sha256(convert_to(username, 'UTF8')), 0, false, false, '{}', 'Khóa', :at
                        FROM identity.account WHERE username = :username
                        """)
                .param("username", username)
                .param("at", TestTime.now().atOffset(ZoneOffset.UTC))
                .update();
    }

    int logged(String action, String object) {
        return jdbc.sql("SELECT count(*) FROM identity.access_log WHERE action = :action AND object = :object")
                .param("action", action)
                .param("object", object)
                .query(Integer.class)
                .single();
    }
}
