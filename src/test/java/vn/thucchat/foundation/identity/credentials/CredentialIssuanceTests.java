package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import com.authlete.sd.Disclosure;
import com.authlete.sd.SDJWT;
import com.nimbusds.jose.jwk.ECKey;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import vn.thucchat.testing.HttpVisitor;

/** A wallet fetches a credential, and whoever checks it learns at once when it holds no longer. */
@NullMarked
class CredentialIssuanceTests extends CredentialTest {

    @Test
    void what_the_issuer_does_is_announced() throws Exception {
        JsonNode issuer = Wallet.JSON.readTree(wallet.get(Wallet.ISSUER + "/.well-known/openid-credential-issuer")
                .body());
        assertThat(issuer.path("credential_issuer").asString()).isEqualTo(Wallet.ISSUER);
        JsonNode delegation = issuer.path("credential_configurations_supported").path("delegation");
        assertThat(delegation.path("format").asString()).isEqualTo("dc+sd-jwt");
        assertThat(delegation.path("credential_metadata").path("display").toString())
                .contains("Người đại diện", "Representative");
        assertThat(issuer.path("credential_configurations_supported").has("market-trader"))
                .isTrue();
        JsonNode server = Wallet.JSON.readTree(wallet.get(Wallet.ISSUER + "/.well-known/oauth-authorization-server")
                .body());
        assertThat(server.path("pre-authorized_grant_anonymous_access_supported")
                        .asBoolean())
                .isTrue();
        assertThat(server.path("grant_types_supported").toString()).contains(Wallet.GRANT);
        assertThat(wallet.get(Wallet.ISSUER + "/.well-known/openid-credential-issuer/other")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void a_wallet_fetches_what_is_true_and_no_more() throws Exception {
        String credential = fetched();
        SDJWT read = SDJWT.parse(credential);
        JsonNode claims = Wallet.claims(read.getCredentialJwt());
        assertThat(claims.path("vct").asString()).isEqualTo(Wallet.ISSUER + "/credentials/types/delegation");
        assertThat(claims.path("kind").asString()).isEqualTo("COMPANY");
        assertThat(claims.path("demonstration").asBoolean()).isFalse();
        assertThat(ECKey.parse(claims.path("cnf").path("jwk").toString()).computeThumbprint())
                .isEqualTo(wallet.key.computeThumbprint());
        assertThat(read.getDisclosures())
                .extracting(Disclosure::getClaimName)
                .containsExactlyInAnyOrder("representative_name", "represented_name", "represented_code");
        assertThat(claims.path("_sd").size()).isEqualTo(3);
        assertThat(claims.toString()).doesNotContain("Lan", "4600000016");
        assertThat(credential).doesNotContain(holder.username());
        assertThat(claims.path("iat").asLong() % 3_600).as("to the hour").isZero();
        assertThat(wallet.status(credential)).isZero();
    }

    @Test
    void several_keys_get_copies_that_nothing_ties_together() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        String nonce = wallet.nonce();
        String second = wallet.proof(Wallet.fresh(), nonce, _ -> {});
        var answer = wallet.credential(token, "delegation", wallet.proof(nonce), second);
        List<String> both = Wallet.credentials(answer);
        assertThat(both).hasSize(2);
        assertThat(both.stream()
                        .map(one -> Wallet.claims(one.split("~", -1)[0]).path("status"))
                        .distinct())
                .hasSize(2);
        String notification =
                Wallet.JSON.readTree(answer.body()).path("notification_id").asString();
        assertThat(wallet.ask(
                                "/credentials/notification",
                                token,
                                Map.of("notification_id", notification, "event", "credential_accepted"))
                        .statusCode())
                .isEqualTo(204);
        assertThat(Wallet.error(wallet.ask(
                        "/credentials/notification",
                        token,
                        Map.of("notification_id", UUID.randomUUID().toString(), "event", "credential_accepted"))))
                .isEqualTo("invalid_notification_id");
        // five in all
        String again = wallet.nonce();
        var four = java.util.stream.IntStream.range(0, 4)
                .mapToObj(_ -> wallet.proof(Wallet.fresh(), again, _ -> {}))
                .toArray(String[]::new);
        assertThat(Wallet.error(wallet.credential(token, "delegation", four))).isEqualTo("credential_request_denied");
        // one card, and one button for all copies
        var withdraw = Jsoup.parse(visitor.open(PAGE).body()).select("form[action$=/revoked]");
        assertThat(withdraw).hasSize(1);
        visitor.send(PAGE, withdraw.attr("action"));
        for (String one : both) assertThat(wallet.status(one)).isOne();
    }

    @Test
    void a_wallet_that_binds_its_token_has_to_show_the_key() throws Exception {
        wallet.bound = Wallet.fresh();
        Shown shown = offered();
        var answer = wallet.token(
                wallet.code(shown.link()),
                shown.code(),
                "authorization_details",
                "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"delegation\"}]");
        JsonNode tokens = Wallet.JSON.readTree(answer.body());
        assertThat(tokens.path("token_type").asString()).isEqualTo("DPoP");
        String identifier = tokens.path("authorization_details")
                .path(0)
                .path("credential_identifiers")
                .path(0)
                .asString();
        String token = tokens.path("access_token").asString();
        var request = Map.of(
                "credential_identifier", identifier, "proofs", Map.of("jwt", List.of(wallet.proof(wallet.nonce()))));
        var thief = new Wallet(port, clock);
        assertThat(thief.ask("/credentials/issue", token, request).statusCode()).isEqualTo(401);
        thief.bound = Wallet.fresh();
        assertThat(thief.ask("/credentials/issue", token, request).statusCode()).isEqualTo(401);
        assertThat(Wallet.error(wallet.ask(
                        "/credentials/issue", token, Map.of("credential_identifier", "another", "proofs", Map.of()))))
                .isEqualTo("unknown_credential_identifier");
        assertThat(Wallet.credentials(wallet.ask("/credentials/issue", token, request)))
                .hasSize(1);
    }

    @Test
    void a_withdrawn_credential_is_told_at_once() throws Exception {
        String credential = fetched();
        assertThat(wallet.status(credential)).isZero();
        var page = Jsoup.parse(visitor.open(PAGE).body());
        String path = page.select("form[action$=/revoked]").attr("action");
        assertThat(visitor.send(PAGE, path).statusCode()).isEqualTo(303);
        assertThat(wallet.status(credential)).isOne();
        assertThat(Jsoup.parse(visitor.open(PAGE).body()).select("form[action$=/revoked]"))
                .isEmpty();
    }

    @Test
    void a_withdrawn_batch_is_not_filled_up_again() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        Wallet.credentials(wallet.credential(token, "delegation", wallet.proof(wallet.nonce())));
        String path = Jsoup.parse(visitor.open(PAGE).body())
                .select("form[action$=/revoked]")
                .attr("action");
        assertThat(visitor.send(PAGE, path).statusCode()).isEqualTo(303);
        String another = wallet.proof(Wallet.fresh(), wallet.nonce(), _ -> {});
        assertThat(wallet.credential(token, "delegation", another).statusCode()).isEqualTo(401);
    }

    @Test
    void a_wallet_tells_of_what_it_got_with_its_token_alone() throws Exception {
        Shown first = offered();
        String before = wallet.accessToken(first.link(), first.code());
        var answer = wallet.credential(before, "delegation", wallet.proof(wallet.nonce()));
        String notification =
                Wallet.JSON.readTree(answer.body()).path("notification_id").asString();
        Shown second = offered();
        String token = wallet.accessToken(second.link(), second.code());
        var told = Map.of("notification_id", notification, "event", "credential_deleted");
        assertThat(Wallet.error(wallet.ask("/credentials/notification", token, told)))
                .isEqualTo("invalid_notification_id");
        assertThat(wallet.ask("/credentials/notification", before, told).statusCode())
                .isEqualTo(204);
    }

    @Test
    void a_credential_ends_with_the_right_that_it_shows() throws Exception {
        String credential = fetched();
        assertThat(wallet.status(credential)).isZero();
        representations.end(holder, person, right.id()).expectDone();
        clock.moveTo(clock.instant().plusSeconds(3));
        assertThat(wallet.status(credential)).isOne();
        assertThat(Jsoup.parse(visitor.open(PAGE).body()).select("form[action*=/offers/]"))
                .isEmpty();
    }

    @Test
    void a_right_that_ended_meanwhile_is_not_issued() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        representations.end(holder, person, right.id()).expectDone();
        assertThat(Wallet.error(wallet.credential(token, "delegation", wallet.proof(wallet.nonce()))))
                .isEqualTo("credential_request_denied");
    }

    @Test
    void nobody_takes_what_is_another_s() throws Exception {
        String credential = fetched();
        String withdraw = Jsoup.parse(visitor.open(PAGE).body())
                .select("form[action$=/revoked]")
                .attr("action");
        UUID others = right.id();
        HttpVisitor owner = visitor;
        somebody();
        assertThat(visitor.send(PAGE, PAGE + "/offers/delegation/" + others).statusCode())
                .isEqualTo(404);
        assertThat(visitor.send(PAGE, withdraw).statusCode()).isEqualTo(404);
        assertThat(wallet.status(credential)).isZero();
        assertThat(owner.send(PAGE, withdraw).statusCode()).isEqualTo(303);
        assertThat(wallet.status(credential)).isOne();
    }

    @Test
    void a_wallet_learns_nothing_of_a_list_of_before() throws Exception {
        String uri = Wallet.claims(fetched().split("~", -1)[0])
                .path("status")
                .path("status_list")
                .path("uri")
                .asString();
        assertThat(wallet.get(uri).statusCode()).isEqualTo(200);
        assertThat(wallet.get(uri + "?time=1686925000").statusCode()).isEqualTo(501);
    }
}
