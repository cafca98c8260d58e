package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accounts.Account;
import vn.thucchat.testing.TestTime;

/** Refresh tokens that follow each other: at once, twice, too late, stolen; and what ends them. */
@NullMarked
class RefreshTests extends ProviderTest {

    @Autowired
    Authorizations authorizations;

    @Test
    void eight_refreshes_at_once_get_one_successor_and_it_works() throws Exception {
        for (var client : List.of(portal(), app())) {
            String token = refreshToken(client.tokens(signedIn()));
            for (int round = 0; round < 3; round++) {
                var answers = client.refreshAtOnce(8, token);
                assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
                var successors = new HashSet<String>();
                for (var answer : answers) {
                    var tokens = ClientProgram.json(answer);
                    successors.add(refreshToken(tokens));
                    assertThat(client.userInfo(tokens.path("access_token").asString())
                                    .statusCode())
                            .isEqualTo(200);
                }
                assertThat(successors).as("one successor").hasSize(1).doesNotContain(token);
                token = successors.iterator().next();
            }
        }
    }

    @Test
    void a_lost_answer_is_given_again_for_half_a_minute() throws Exception {
        var portal = portal();
        String first = refreshToken(portal.tokens(signedIn()));
        String second = refreshToken(ClientProgram.json(portal.refresh(first)));
        clock.moveTo(clock.instant().plus(Authorizations.GRACE.minusSeconds(2)));
        assertThat(refreshToken(ClientProgram.json(portal.refresh(first)))).isEqualTo(second);
        assertThat(portal.refresh(second).statusCode()).isEqualTo(200);
    }

    @Test
    void an_old_token_that_comes_too_late_ends_all() throws Exception {
        var portal = portal();
        var given = portal.tokens(signedIn());
        String first = refreshToken(given);
        var next = ClientProgram.json(portal.refresh(first));
        clock.moveTo(clock.instant().plus(Authorizations.GRACE.plusSeconds(2)));
        assertThat(ClientProgram.error(portal.refresh(first))).isEqualTo("invalid_grant");
        assertThat(ClientProgram.error(portal.refresh(refreshToken(next)))).isEqualTo("invalid_grant");
        assertThat(portal.userInfo(next.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(logged("identity.client-authorization-ended", "/admin/clients/" + portal.key))
                .isOne();
    }

    @Test
    void one_that_is_two_behind_ends_all_at_once() throws Exception {
        var portal = portal();
        String first = refreshToken(portal.tokens(signedIn()));
        String second = refreshToken(ClientProgram.json(portal.refresh(first)));
        String third = refreshToken(ClientProgram.json(portal.refresh(second)));
        assertThat(ClientProgram.error(portal.refresh(first))).isEqualTo("invalid_grant");
        assertThat(ClientProgram.error(portal.refresh(third))).isEqualTo("invalid_grant");
    }

    @Test
    void nothing_lives_after_a_revocation_that_refreshes_race() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        for (int round = 0; round < 25; round++) {
            String token = refreshToken(portal.tokens(visitor));
            var requests = new ArrayList<HttpRequest>();
            for (int i = 0; i < 4; i++)
                requests.add(portal.request("/oauth2/token", "grant_type", "refresh_token", "refresh_token", token));
            requests.add(portal.request("/oauth2/revoke", "token", token));
            var answers = ClientProgram.atOnce(requests);
            assertThat(answers.getLast().statusCode()).isEqualTo(200);
            for (var answer : answers.subList(0, 4)) {
                if (answer.statusCode() != 200) continue;
                var tokens = ClientProgram.json(answer);
                assertThat(portal.userInfo(tokens.path("access_token").asString())
                                .statusCode())
                        .as("an access token given before")
                        .isEqualTo(401);
                assertThat(ClientProgram.error(portal.refresh(refreshToken(tokens))))
                        .isEqualTo("invalid_grant");
            }
            assertThat(ClientProgram.error(portal.refresh(token))).isEqualTo("invalid_grant");
        }
    }

    @Test
    void two_clients_of_one_session_refresh_at_once_and_both_go_on() throws Exception {
        var visitor = signedIn();
        var portal = portal();
        var app = app();
        String one = refreshToken(portal.tokens(visitor));
        String other = refreshToken(app.tokens(visitor));
        var answers = ClientProgram.atOnce(List.of(
                portal.request("/oauth2/token", "grant_type", "refresh_token", "refresh_token", one),
                app.request("/oauth2/token", "grant_type", "refresh_token", "refresh_token", other)));
        assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(200);
    }

    @Test
    void it_ends_absolutely_and_when_nobody_uses_it() throws Exception {
        var portal = portal();
        var start = TestTime.now();
        String idle = refreshToken(portal.tokens(signedIn(), "scope", "openid offline_access"));
        String used = refreshToken(portal.tokens(signedIn(), "scope", "openid offline_access"));
        for (int day = 13; day < Authorizations.LONGEST.toDays(); day += 13) {
            clock.moveTo(start.plus(Duration.ofDays(day)));
            used = refreshToken(ClientProgram.json(portal.refresh(used)));
        }
        assertThat(ClientProgram.error(portal.refresh(idle))).isEqualTo("invalid_grant");
        clock.moveTo(start.plus(Authorizations.LONGEST).plusSeconds(60));
        assertThat(ClientProgram.error(portal.refresh(used))).isEqualTo("invalid_grant");
        authorizations.sweep();
        assertThat(left(portal)).as("nothing is kept of what is over").isZero();
    }

    private int left(ClientProgram client) {
        return jdbc.sql("SELECT count(*) FROM identity.client_authorization WHERE client = :client")
                .param("client", client.key)
                .query(Integer.class)
                .single();
    }

    @Test
    void however_often_it_is_refreshed_one_row_is_kept() throws Exception {
        var portal = portal();
        String token = refreshToken(portal.tokens(signedIn()));
        for (int i = 0; i < 50; i++) token = refreshToken(ClientProgram.json(portal.refresh(token)));
        assertThat(left(portal)).isOne();
    }

    @Test
    void signing_out_ends_what_may_not_go_on_alone() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var within = portal.tokens(visitor);
        var beyond = portal.tokens(visitor, "scope", "openid offline_access");
        visitor.send("/id/applications", "/sign-out");
        assertThat(portal.userInfo(within.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(ClientProgram.error(portal.refresh(refreshToken(within)))).isEqualTo("invalid_grant");
        assertThat(portal.refresh(refreshToken(beyond)).statusCode()).isEqualTo(200);
    }

    @Test
    void disabling_the_account_or_the_client_ends_it_at_once() throws Exception {
        var portal = portal();
        Account account = accounts.ensure("se.bi.khoa", "Sẽ Bị Khóa", PASSWORD, false);
        var visitor = new vn.thucchat.testing.HttpVisitor(port).signedIn("se.bi.khoa", PASSWORD);
        var tokens = portal.tokens(visitor, "scope", "openid offline_access");
        jdbc.sql("UPDATE identity.account SET disabled = true WHERE id = :id")
                .param("id", account.id())
                .update();
        assertThat(portal.userInfo(tokens.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(ClientProgram.error(portal.refresh(refreshToken(tokens)))).isEqualTo("invalid_grant");

        var other = portal.tokens(signedIn());
        clients.disable(Persons.a(Roles.ADMINISTRATOR, "19"), portal.key, 2, true)
                .expectDone();
        assertThat(portal.userInfo(other.path("access_token").asString()).statusCode())
                .isEqualTo(401);
        assertThat(portal.refresh(refreshToken(other)).statusCode()).isEqualTo(401);
    }

    @Test
    void fewer_scopes_may_be_asked_for_and_never_more() throws Exception {
        var portal = portal();
        String token = refreshToken(portal.tokens(signedIn(), "scope", "openid profile"));
        assertThat(ClientProgram.error(portal.refresh(token, "scope", "openid roles")))
                .isEqualTo("invalid_scope");
        var fewer = ClientProgram.json(portal.refresh(token, "scope", "openid"));
        assertThat(fewer.path("scope").asString()).isEqualTo("openid");
        var told = ClientProgram.json(portal.userInfo(fewer.path("access_token").asString()));
        assertThat(told.has("name")).isFalse();
        var all = ClientProgram.json(portal.refresh(refreshToken(fewer)));
        assertThat(all.path("scope").asString().split(" ")).containsExactlyInAnyOrder("openid", "profile");
        var claims = ClientProgram.claims(all.path("id_token").asString());
        assertThat(claims.has("nonce")).isFalse();
        assertThat(claims.path("sub").asString()).isEqualTo(told.path("sub").asString());
    }

    private static String refreshToken(tools.jackson.databind.JsonNode tokens) {
        return tokens.path("refresh_token").asString();
    }

    @Test
    void one_that_nobody_used_for_too_long_is_not_called_active() throws Exception {
        var portal = portal();
        String token = refreshToken(portal.tokens(signedIn(), "scope", "openid offline_access"));
        assertThat(portal.introspect(token).path("active").asBoolean()).isTrue();
        clock.moveTo(clock.instant().plus(Authorizations.IDLE).plusSeconds(60));
        assertThat(portal.introspect(token).path("active").asBoolean()).isFalse();
    }
}
