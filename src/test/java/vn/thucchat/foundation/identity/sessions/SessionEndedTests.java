package vn.thucchat.foundation.identity.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.factors.FactorRemovals.AccountSessions;
import vn.thucchat.foundation.identity.security.web.Visitor;
import vn.thucchat.testing.ApplicationTest;

/** Whoever hears of the end of sessions hears of every end that somebody caused. */
@ApplicationTest
@RecordApplicationEvents
class SessionEndedTests {

    private static final String PASSWORD = "con-trau-cay-ruong";

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    AccountSessions sessions;

    @Autowired
    ApplicationEvents events;

    private String username() {
        String username = "ht" + UUID.randomUUID().toString().substring(0, 12);
        accounts.ensure(username, "Hết Thử", PASSWORD, false);
        return username;
    }

    @Test
    void the_end_of_all_is_told() {
        UUID account = accounts.find(username()).orElseThrow().id();
        sessions.endAll(account);
        assertThat(events.stream(SessionEnded.class)).contains(new SessionEnded(account));
    }

    @Test
    void the_end_by_a_new_password_is_told() throws Exception {
        String username = username();
        var visitor = new Visitor(mvc, "198.51.100.77");
        visitor.signIn(username, PASSWORD);
        visitor.open("/account/password");
        visitor.send("/account/password", "old", PASSWORD, "fresh", "cho-phien-bac-ha", "again", "cho-phien-bac-ha");
        assertThat(events.stream(SessionEnded.class))
                .contains(new SessionEnded(accounts.find(username).orElseThrow().id()));
    }
}
