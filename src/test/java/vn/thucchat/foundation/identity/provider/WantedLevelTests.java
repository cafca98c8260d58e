package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Assurance;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** Clients that want to be surer of a person, or single claims: {@code acr_values} and {@code claims}. */
@NullMarked
class WantedLevelTests extends ProviderTest {

    private static final String TWO = AuthenticationContext.TWO_FACTORS;
    private static final String ONE = AuthenticationContext.ONE_FACTOR;

    private static String essential(String... values) {
        return "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"" + String.join("\",\"", values) + "\"]}}}";
    }

    @Test
    void a_second_factor_that_somebody_has_is_asked_for() throws Exception {
        var portal = portal();
        accounts.ensure("co.thiet.bi", "Lê Văn Cường", PASSWORD, false);
        var visitor = new HttpVisitor(port).signedIn("co.thiet.bi", PASSWORD);
        portal.code(visitor);
        // a passkey as a row: the account may go on without, and can prove more
        passkey("co.thiet.bi");
        for (String[] wish :
                List.of(new String[] {"acr_values", TWO + " " + ONE}, new String[] {"claims", essential(TWO)})) {
            assertThat(location(visitor.open(portal.authorize(wish)))).startsWith("/sign-in/second?to=");
            assertThat(answer(location(visitor.open(portal.authorize(wish[0], wish[1], "prompt", "none")))))
                    .containsEntry("error", "login_required");
        }
        assertThat(answer(location(visitor.open(portal.authorize("acr_values", ONE + " " + TWO)))))
                .as("one is enough")
                .containsKey("code");
    }

    @Test
    void what_nobody_can_give_is_told_where_it_is_essential_and_forgotten_where_it_is_a_wish() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        for (String[] values : List.of(new String[] {TWO}, new String[] {"urn:mace:incommon:iap:silver"}))
            assertThat(answer(location(visitor.open(portal.authorize("claims", essential(values))))))
                    .containsEntry("error", "unmet_authentication_requirements")
                    .containsEntry("state", "xyz &=");
        for (String[] wish : List.of(
                new String[] {"acr_values", TWO},
                new String[] {"acr_values", "urn:mace:incommon:iap:silver"},
                new String[] {"claims", essential(TWO, ONE)},
                new String[] {"claims", "{\"id_token\":{\"acr\":null,\"auth_time\":{\"essential\":true}}}"}))
            assertThat(answer(location(visitor.open(portal.authorize(wish)))))
                    .as(wish[1])
                    .containsKey("code");
    }

    @Test
    void a_single_claim_is_allowed_as_the_scope_that_brings_it() throws Exception {
        var portal = portal();
        String claims = "{\"userinfo\":{\"name\":{\"essential\":true},\"birthdate\":null}}";
        var tokens = portal.tokens(signedIn(), "scope", "openid", "claims", claims);
        var told =
                ClientProgram.json(portal.userInfo(tokens.path("access_token").asString()));
        assertThat(told.path("name").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(told.has("birthdate")).isFalse();
    }

    @Test
    void who_has_to_do_something_here_first_is_shown_no_page_when_a_client_asks_silently() throws Exception {
        accounts.ensure("quan.tri.moi", "Quản Trị", PASSWORD, false, new Actor.Grant(Roles.ADMINISTRATOR, "19"));
        var visitor = new HttpVisitor(port).signedIn("quan.tri.moi", PASSWORD);
        var portal = portal();
        assertThat(ClientProgram.location(visitor.open(portal.authorize()))).endsWith("/id/codes");
        String told = ClientProgram.location(visitor.open(portal.authorize("prompt", "none")));
        assertThat(ClientProgram.answer(told))
                .containsEntry("error", "interaction_required")
                .containsEntry("state", "xyz &=");
        assertThat(told).startsWith(ClientProgram.CALLBACK);
        assertThat(visitor.open(portal.authorize("prompt", "none", "redirect_uri", "https://evil.example.vn/"))
                        .headers()
                        .firstValue("Location")
                        .orElse(""))
                .doesNotContain("evil.example.vn/?");
        jdbc.sql("UPDATE identity.account SET must_change = true WHERE username = 'quan.tri.moi'")
                .update();
        assertThat(ClientProgram.answer(ClientProgram.location(visitor.open(portal.authorize("prompt", "none")))))
                .containsEntry("error", "interaction_required");
    }

    @Test
    void an_id_token_holds_the_claims_that_were_asked_for_there_as_far_as_the_person_allows() throws Exception {
        var portal = portal();
        String claims = "{\"id_token\":{\"name\":null,\"roles\":{\"essential\":true},\"birthdate\":null,"
                + "\"auth_time\":{\"essential\":true}},\"userinfo\":{\"preferred_username\":null}}";
        var tokens = portal.tokens(signedIn(), "scope", "openid offline_access", "claims", claims);
        var told = ClientProgram.claims(tokens.path("id_token").asString());
        assertThat(told.path("name").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(told.has("roles")).as("many would not fit into an address").isFalse();
        assertThat(ClientProgram.json(
                                portal.userInfo(tokens.path("access_token").asString()))
                        .path("roles")
                        .toString())
                .contains("\"unit\":\"19\"");
        assertThat(told.path("auth_time").asLong()).isPositive();
        assertThat(told.has("birthdate")).isFalse();
        assertThat(told.has("preferred_username")).as("asked for elsewhere").isFalse();

        var again =
                ClientProgram.json(portal.refresh(tokens.path("refresh_token").asString()));
        var refreshed = ClientProgram.claims(again.path("id_token").asString());
        assertThat(refreshed.path("name").asString()).isEqualTo("Nguyễn Văn An");
        assertThat(refreshed.has("nonce")).isFalse();
        assertThat(refreshed.path("auth_time")).isEqualTo(told.path("auth_time"));
        var less = ClientProgram.json(portal.refresh(again.path("refresh_token").asString(), "scope", "openid"));
        assertThat(ClientProgram.claims(less.path("id_token").asString()).has("name"))
                .as("not with fewer scopes")
                .isFalse();
    }

    @Test
    void an_id_token_names_the_access_token_that_came_with_it() throws Exception {
        var tokens = portal().tokens(signedIn());
        byte[] hash = MessageDigest.getInstance("SHA-256")
                .digest(tokens.path("access_token").asString().getBytes(StandardCharsets.US_ASCII));
        assertThat(ClientProgram.claims(tokens.path("id_token").asString())
                        .path("at_hash")
                        .asString())
                .isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, 16)));
        assertThat(ClientProgram.claims(tokens.path("id_token").asString()).has("name"))
                .as("told by userinfo only, where nobody asked for it here")
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "[]", "1", "name"})
    void claims_that_cannot_be_read_are_refused(String claims) throws Exception {
        assertThat(answer(location(new HttpVisitor(port).open(portal().authorize("claims", claims)))))
                .containsEntry("error", "invalid_request");
    }

    @Test
    void who_proved_more_than_is_known_to_the_client_is_told_of_as_it_asked() {
        var two = Assurance.of(Factor.PASSKEY, TestTime.now());
        var one = Assurance.of(Factor.PASSWORD, TestTime.now());
        var only = new WantedLevel(List.of(ONE), true);
        assertThat(only.satisfiedBy(two)).isTrue();
        assertThat(only.told(two)).isEqualTo(ONE);
        assertThat(only.told(one)).isEqualTo(ONE);
        assertThat(WantedLevel.ANY.told(two)).isEqualTo(TWO);
        assertThat(new WantedLevel(List.of(ONE, TWO), true).told(two)).isEqualTo(TWO);
    }

    @Test
    void a_client_that_names_whom_it_means_gets_nobody_else() throws Exception {
        var portal = portal();
        var meant = signedIn();
        String subject = ClientProgram.claims(
                        portal.tokens(meant).path("id_token").asString())
                .path("sub")
                .asString();
        accounts.ensure("nguoi.khac.nua", "Người Khác", PASSWORD, false);
        var other = new HttpVisitor(port).signedIn("nguoi.khac.nua", PASSWORD);
        portal.code(other);
        String claims = "{\"id_token\":{\"sub\":{\"value\":\"" + subject + "\"}}}";
        String[] wish = {"claims", claims, "prompt", "none"};
        assertThat(answer(location(meant.open(portal.authorize(wish))))).containsKey("code");
        assertThat(answer(location(other.open(portal.authorize(wish))))).containsEntry("error", "login_required");
        assertThat(other.open(portal.authorize("claims", claims)).statusCode())
                .as("asked to be the other one")
                .isEqualTo(200);
    }
}
