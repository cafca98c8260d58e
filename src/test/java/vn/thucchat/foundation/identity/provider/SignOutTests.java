package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** Clients sign people out here too, and keys follow each other. */
@NullMarked
class SignOutTests extends ProviderTest {

    private static final String BYE = "post_logout_redirect_uri=https://portal.example.vn/bye";

    @Autowired
    SigningKeys keys;

    @Test
    void a_client_signs_its_user_out_with_a_token_that_has_ended_long_ago() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        String hint = portal.tokens(visitor).path("id_token").asString();
        clock.moveTo(TestTime.now().plus(IdTokens.LASTS).plus(Duration.ofHours(1)));
        var answer = visitor.open("/connect/logout?id_token_hint=" + hint + "&" + BYE + "&state=s-1");
        assertThat(location(answer)).isEqualTo("https://portal.example.vn/bye?state=s-1");
        assertThat(visitor.open("/account/password").statusCode())
                .as("signed out")
                .isEqualTo(302);
        assertThat(location(visitor.open("/connect/logout?id_token_hint=" + hint + "&" + BYE)))
                .as("once more")
                .isEqualTo("https://portal.example.vn/bye");
    }

    @Test
    void without_a_token_of_this_session_the_person_is_asked() throws Exception {
        var portal = portal();
        var earlier = signedIn();
        String hint = portal.tokens(earlier).path("id_token").asString();
        var visitor = signedIn();
        for (String asked : List.of("id_token_hint=" + hint + "&" + BYE, "client_id=" + portal.id + "&" + BYE, "")) {
            var page = visitor.open("/connect/logout?" + asked);
            assertThat(page.statusCode()).as(asked).isEqualTo(200);
            assertThat(visitor.open("/account/password").statusCode()).isEqualTo(200);
        }
        var page = Jsoup.parse(visitor.open("/connect/logout?client_id=" + portal.id + "&" + BYE)
                .body());
        var form = visitor.post(
                "/connect/logout/confirmed",
                page.select("main [name=_csrf]").val(),
                "asked",
                page.select("[name=asked]").val());
        assertThat(location(visitor.atOnce(List.of(form)).getFirst())).isEqualTo("https://portal.example.vn/bye");
        assertThat(visitor.open("/account/password").statusCode()).isEqualTo(302);
    }

    @Test
    void nobody_is_sent_to_an_address_that_was_not_registered() throws Exception {
        var portal = portal();
        var other = app();
        var visitor = signedIn();
        String hint = portal.tokens(visitor).path("id_token").asString();
        String evil = "post_logout_redirect_uri=https://evil.vn/bye";
        for (String asked : List.of(
                evil,
                "id_token_hint=" + hint + "&" + evil,
                "client_id=" + portal.id + "&" + evil,
                "id_token_hint=" + hint + "&client_id=" + other.id + "&" + BYE,
                "id_token_hint=" + hint.substring(0, hint.length() - 6) + "AAAAAA&" + BYE,
                "id_token_hint=eyJhbGciOiJub25lIn0.e30.&" + BYE,
                BYE)) {
            assertThat(visitor.open("/connect/logout?" + asked).statusCode())
                    .as(asked)
                    .isEqualTo(400);
        }
        assertThat(visitor.open("/account/password").statusCode())
                .as("still signed in")
                .isEqualTo(200);
    }

    @Test
    void a_form_of_the_client_s_page_comes_again_as_an_address() throws Exception {
        var posted =
                ClientProgram.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/connect/logout"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("state=x"))
                        .build());
        assertThat(location(posted)).isEqualTo("/connect/logout?state=x");
        assertThat(new HttpVisitor(port).open("/connect/logout").body()).contains("Đã đăng xuất");
    }

    @Test
    void the_next_key_is_shown_a_day_before_it_signs_and_the_last_one_until_its_tokens_have_ended() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        var start = TestTime.now();
        String first = kid(portal);
        keys.rotate();
        keys.rotate();
        assertThat(shown(visitor)).contains(first);
        var ends = jdbc.sql("SELECT max(signs_until) FROM identity.signing_key")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        assertThat(Duration.between(start, ends)).isLessThanOrEqualTo(Duration.ofDays(KeyRotation.DAYS));
        String last = keys.current().getKeyID();

        clock.moveTo(ends.minus(Duration.ofHours(23)));
        keys.rotate();
        assertThat(keys.current().getKeyID()).as("still the same signs").isEqualTo(last);
        assertThat(shown(visitor)).contains(last).hasSizeGreaterThan(1);

        clock.moveTo(ends.plus(Duration.ofMinutes(1)));
        keys.rotate();
        String next = keys.current().getKeyID();
        assertThat(next).isNotEqualTo(last);
        assertThat(shown(visitor)).contains(last, next);
        assertThat(jdbc.sql("SELECT private_key IS NULL FROM identity.signing_key WHERE kid = :kid")
                        .param("kid", last)
                        .query(Boolean.class)
                        .single())
                .as("its private part is gone")
                .isTrue();

        clock.moveTo(ends.plus(Duration.ofDays(2)));
        assertThat(shown(visitor)).contains(next).doesNotContain(last);
        assertThat(keys.find(last)).as("known to those who sign out late").isPresent();
    }

    private String kid(ClientProgram client) throws Exception {
        String token = client.tokens(signedIn()).path("id_token").asString();
        return SignedJWT.parse(token).getHeader().getKeyID();
    }

    private static List<String> shown(HttpVisitor visitor) throws Exception {
        return JWKSet.parse(visitor.open("/oauth2/jwks").body()).getKeys().stream()
                .map(JWK::getKeyID)
                .toList();
    }
}
