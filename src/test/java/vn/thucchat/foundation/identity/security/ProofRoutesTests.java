package vn.thucchat.foundation.identity.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;
import static vn.thucchat.testing.OwnForm.ownForm;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.MockMvc;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.HouseRoles;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.security.RoutesTests.Route;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.MovableClock;

/**
 * Every route of every room, as every role, by what its holder has proven: nothing but a password, of an account without
 * and with a code; both; and both, long ago. What opens before a second factor is written down here, and what needs a fresh
 * proof in the rooms' tables of routes: a new route of either kind fails until it stands there.
 */
@ApplicationTest
class ProofRoutesTests {

    /** All that somebody may do who has given the password of an account with a code, and not the code. */
    private static final Set<String> OPEN_BEFORE_CODE = Set.of(
            "GET /sign-in/second",
            "POST /sign-in/second",
            "POST /webauthn/prove/options",
            "POST /sign-out",
            "GET /demonstration/vneid",
            "POST /demonstration/vneid");

    /** All that somebody may do whose role needs a second factor that they have not yet. */
    private static final Set<String> OPEN_BEFORE_FIRST_CODE = Set.of(
            "GET /sign-in/second",
            "POST /sign-in/second",
            "POST /sign-out",
            "GET /demonstration/vneid",
            "POST /demonstration/vneid",
            "GET /sign-in/again",
            "POST /sign-in/again",
            "GET /sign-in/again/kept",
            "GET /id/codes",
            "POST /id/codes",
            "POST /id/codes/checked",
            "POST /id/codes/set",
            "POST /id/codes/recovery",
            "POST /id/codes/removed",
            "POST /id/codes/removal/stopped",
            "POST /webauthn/prove/options",
            "POST /webauthn/register/options",
            "POST /webauthn/register",
            "GET /id/keys",
            "POST /id/keys/{id}/label",
            "POST /id/keys/{id}/removed");

    /** Roles that sign, judge, decide about money or rights, or that can be given by none below. */
    private static final List<String> NEED_SECOND = List.of(
            "LEADER",
            "REVIEWER",
            "AUDITOR",
            "ADMINISTRATOR",
            "ACCOUNTANT",
            "MARKET_MANAGER",
            "COUNTER_CLERK",
            "DATA_PROTECTION_OFFICER",
            "ANNOUNCER");

    @Autowired
    MockMvc mvc;

    @Autowired
    MovableClock clock;

    private static final Set<String> FILTERED =
            Set.of("/oauth2/token", "/oauth2/par", "/oauth2/introspect", "/oauth2/revoke", "/oauth2/jwks");

    static List<Route> table() throws IOException {
        // what filters answer never comes to the gatekeeper: RoutesTests asks them
        return RoutesTests.table().stream()
                .filter(route -> !FILTERED.contains(route.path()))
                .toList();
    }

    @Test
    void the_roles_that_need_a_second_factor_are_these() {
        assertThat(HouseRoles.NAMES.stream()
                        .filter(role -> HouseRoles.DEFINITIONS.needSecondFactor(Persons.a(role, "VN"))))
                .containsExactlyInAnyOrderElementsOf(NEED_SECOND);
    }

    @ParameterizedTest
    @MethodSource("table")
    void nothing_else_opens_before_the_proof_that_is_needed(Route route) throws Exception {
        Instant now = clock.instant();
        Assurance password = Assurance.of(Factor.PASSWORD, now);
        for (String role : HouseRoles.NAMES) {
            Actor actor = Persons.a(role, "VN");
            boolean open = route.open(role);
            String as = role + " at " + route;
            String line = route.method() + " " + route.path();

            String first = where(route, Persons.signedIn(actor, false, false, password));
            boolean needs = NEED_SECOND.contains(role) && open && !OPEN_BEFORE_FIRST_CODE.contains(line);
            assertThat(first.equals("/id/codes")).as("no factor: " + as).isEqualTo(needs);

            String second = where(route, Persons.signedIn(actor, false, true, password));
            boolean asked = open && !OPEN_BEFORE_CODE.contains(line);
            assertThat(second.equals("/sign-in/second"))
                    .as("password only: " + as)
                    .isEqualTo(asked);

            Assurance both = password.with(Factor.CODE, now);
            assertThat(where(route, Persons.signedIn(actor, false, true, both)))
                    .as("both: " + as)
                    .isEmpty();

            Instant before = now.minus(Duration.ofHours(2));
            Assurance stale = Assurance.of(Factor.PASSWORD, now).with(Factor.CODE, before);
            String again = where(route, Persons.signedIn(actor, false, true, stale));
            assertThat(again.equals("/sign-in/again")).as("stale: " + as).isEqualTo(open && route.recent() > 0);
        }
    }

    /** Which of the three pages the person is led to instead; empty: none of them. */
    private String where(Route route, SignedIn person) throws Exception {
        // the first of several words that a part may be, else whatever
        String path = route.path().replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1").replaceAll("\\{[^}]*}", "1");
        var call = request(HttpMethod.valueOf(route.method()), path)
                .with(ownForm())
                .with(authentication(person));
        try {
            var answer = mvc.perform(call).andReturn();
            if (answer.getRequest().getAttribute(Gatekeeper.REFUSED) != null) return "";
            Object unproven = answer.getRequest().getAttribute(Gatekeeper.UNPROVEN);
            return unproven == null ? "" : unproven.toString();
        } catch (ServletException broke) {
            return "";
        }
    }

    @Test
    void a_role_that_is_exempt_in_the_demonstration_is_asked_for_nothing_but_the_code_that_it_has() throws Exception {
        Actor invented = Persons.synthetic(Roles.ADMINISTRATOR, "19");
        var route = Route.parse("identity.accounts", "GET /admin/accounts/new ADMINISTRATOR");
        var password = Assurance.of(Factor.DEMONSTRATION, clock.instant());
        assertThat(where(route, Persons.signedIn(invented, false, false, password)))
                .isEmpty();
        assertThat(where(route, Persons.signedIn(invented, false, true, password)))
                .isEqualTo("/sign-in/second");
    }
}
