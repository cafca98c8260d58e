package vn.thucchat.foundation.identity.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Wallets that guess, replay, steal and mix up get nothing, and are told by the error's own name. */
@NullMarked
class MisbehavingWalletTests extends CredentialTest {

    @Autowired
    MockMvc mvc;

    @Test
    void transaction_codes_are_not_guessed() throws Exception {
        Shown shown = offered();
        String code = wallet.code(shown.link());
        String wrong = shown.code().equals("000000") ? "000001" : "000000";
        assertThat(Wallet.error(wallet.token(code, ""))).isEqualTo("invalid_request");
        for (int i = 0; i < 5; i++)
            assertThat(Wallet.error(wallet.token(code, wrong))).isEqualTo("invalid_grant");
        assertThat(Wallet.error(wallet.token(code, shown.code())))
                .as("the right one comes too late")
                .isEqualTo("invalid_grant");
        assertThat(wallet.offer(shown.link()).statusCode()).isEqualTo(404);
    }

    @Test
    void a_code_is_good_once_and_for_five_minutes() throws Exception {
        Shown shown = offered();
        String code = wallet.code(shown.link());
        String token = Wallet.JSON
                .readTree(wallet.token(code, shown.code()).body())
                .path("access_token")
                .asString();
        String credential = Wallet.credentials(wallet.credential(token, "delegation", wallet.proof(wallet.nonce())))
                .getFirst();
        String wrong = shown.code().equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 6; i++)
            assertThat(Wallet.error(wallet.token(code, wrong))).isEqualTo("invalid_grant");
        assertThat(wallet.status(credential))
                .as("who photographed the image alone ends nothing")
                .isZero();
        assertThat(refused(token, "made-up")).isEqualTo("invalid_proof");
        assertThat(Wallet.error(wallet.token(code, shown.code()))).isEqualTo("invalid_grant");
        assertThat(wallet.credential(token, "delegation", wallet.proof(wallet.nonce()))
                        .statusCode())
                .as("one of the two was a thief")
                .isEqualTo(401);
        assertThat(wallet.status(credential)).isOne();
        Shown late = offered();
        String lateCode = wallet.code(late.link());
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(5)));
        assertThat(Wallet.error(wallet.token(lateCode, late.code()))).isEqualTo("invalid_grant");
    }

    @Test
    void one_network_brings_so_many_codes_in_a_minute() throws Exception {
        var request = post("/oauth2/token")
                .param("grant_type", Wallet.GRANT)
                .param("pre-authorized_code", "made.up")
                .param("tx_code", "000000")
                .with(sent -> {
                    sent.setRemoteAddr("198.51.100.61");
                    return sent;
                });
        for (int i = 0; i < 60; i++) mvc.perform(request).andExpect(status().isBadRequest());
        mvc.perform(request)
                .andExpect(status().isTooManyRequests())
                .andExpect(header().string("Retry-After", "60"))
                .andExpect(jsonPath("$.error").value("temporarily_unavailable"));
    }

    @Test
    void a_newer_offer_ends_one_that_nobody_fetched() throws Exception {
        Shown first = offered();
        String code = wallet.code(first.link());
        offered();
        assertThat(Wallet.error(wallet.token(code, first.code()))).isEqualTo("invalid_grant");
    }

    @Test
    void a_made_up_code_or_client_gets_nothing() throws Exception {
        Shown shown = offered();
        String code = wallet.code(shown.link());
        assertThat(Wallet.error(wallet.token("made.up", shown.code()))).isEqualTo("invalid_grant");
        assertThat(Wallet.error(wallet.token(code + "A", shown.code()))).isEqualTo("invalid_grant");
        var client = wallet.token(code, shown.code(), "client_id", "somebody", "client_secret", "secret");
        assertThat(client.statusCode()).isEqualTo(401);
        assertThat(Wallet.error(client)).isEqualTo("invalid_client");
        assertThat(Wallet.error(wallet.token(code, shown.code(), "authorization_details", "[]")))
                .isEqualTo("invalid_authorization_details");
        assertThat(Wallet.error(wallet.token(
                        code,
                        shown.code(),
                        "authorization_details",
                        "[{\"type\":\"openid_credential\",\"credential_configuration_id\":\"market-trader\"}]")))
                .as("another type than what is offered")
                .isEqualTo("invalid_authorization_details");
        assertThat(wallet.token(code, shown.code()).statusCode())
                .as("none of it used up the code")
                .isEqualTo(200);
    }

    @Test
    void a_proof_is_for_this_issuer_fresh_and_of_a_nonce_used_once() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        String nonce = wallet.nonce();
        assertThat(refused(token, wallet.proof(wallet.key, nonce, claims -> claims.audience("https://other.example"))))
                .isEqualTo("invalid_proof");
        assertThat(refused(
                        token,
                        wallet.proof(
                                wallet.key,
                                nonce,
                                claims -> claims.issueTime(
                                        Date.from(clock.instant().minus(Duration.ofMinutes(6)))))))
                .isEqualTo("invalid_proof");
        String good = wallet.proof(nonce);
        assertThat(refused(token, good.substring(0, good.length() - 8) + "AAAAAAAA"))
                .isEqualTo("invalid_proof");
        assertThat(refused(token, good, good)).as("one key twice").isEqualTo("invalid_proof");
        assertThat(Wallet.error(
                        wallet.ask("/credentials/issue", token, Map.of("credential_configuration_id", "delegation"))))
                .isEqualTo("invalid_proof");
        assertThat(refused(token, wallet.proof("made-up"))).isEqualTo("invalid_nonce");
        assertThat(Wallet.credentials(wallet.credential(token, "delegation", good)))
                .hasSize(1);
        assertThat(refused(token, wallet.proof(nonce))).as("replayed").isEqualTo("invalid_nonce");
        String old = wallet.nonce();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(4)));
        offered();
        clock.moveTo(clock.instant().plusSeconds(61));
        Shown next = offered();
        String fresh = wallet.accessToken(next.link(), next.code());
        assertThat(refused(fresh, wallet.proof(old))).as("too old").isEqualTo("invalid_nonce");
    }

    @Test
    void a_request_names_what_was_offered_and_nothing_else() throws Exception {
        Shown shown = offered();
        String token = wallet.accessToken(shown.link(), shown.code());
        String proof = wallet.proof(wallet.nonce());
        assertThat(Wallet.error(wallet.credential(token, "passport", proof)))
                .isEqualTo("unknown_credential_configuration");
        assertThat(Wallet.error(wallet.credential(token, "market-trader", proof)))
                .isEqualTo("invalid_credential_request");
        assertThat(Wallet.error(wallet.ask("/credentials/issue", token, List.of())))
                .isEqualTo("invalid_credential_request");
        assertThat(Wallet.error(wallet.ask(
                        "/credentials/issue",
                        token,
                        Map.of(
                                "credential_configuration_id",
                                "delegation",
                                "credential_response_encryption",
                                Map.of("alg", "ECDH-ES")))))
                .isEqualTo("invalid_encryption_parameters");
        var stranger = wallet.credential("made-up", "delegation", proof);
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(wallet.credential(token, "delegation", proof).statusCode())
                .as("none of it used up the nonce")
                .isEqualTo(200);
    }

    private String refused(String token, String... proofs) throws Exception {
        return Wallet.error(wallet.credential(token, "delegation", proofs));
    }
}
