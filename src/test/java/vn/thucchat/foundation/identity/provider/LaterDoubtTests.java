package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.thucchat.foundation.identity.provider.ClientProgram.answer;
import static vn.thucchat.foundation.identity.provider.ClientProgram.location;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** What an authorization, a proof or a consent is worth once something has changed. */
@NullMarked
class LaterDoubtTests extends ProviderTest {

    @Autowired
    ClientConsents consents;

    @Autowired
    TransactionTemplate transactions;

    private HttpVisitor somebodyNew(String username) throws Exception {
        accounts.ensure(username, "Trần Thị Bình", PASSWORD, false);
        return new HttpVisitor(port).signedIn(username, PASSWORD);
    }

    private UUID account(String username) {
        return accounts.find(username).orElseThrow().id();
    }

    @Test
    void one_factor_is_too_little_once_a_role_asks_for_two() throws Exception {
        var portal = portal();
        var tokens = portal.tokens(somebodyNew("sap.quan.tri"));
        String access = tokens.path("access_token").asString();
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(200);
        accounts.grant(account("sap.quan.tri"), Roles.ADMINISTRATOR, "19");
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(401);
        assertThat(ClientProgram.error(
                        portal.refresh(tokens.path("refresh_token").asString())))
                .isEqualTo("invalid_grant");
        assertThat(portal.introspect(access).path("active").asBoolean()).isFalse();
    }

    @Test
    void one_factor_is_too_little_once_the_account_has_a_code_or_a_password_of_somebody_else() throws Exception {
        var portal = portal();
        var tokens = portal.tokens(somebodyNew("sap.co.ma"));
        String access = tokens.path("access_token").asString();
        code("sap.co.ma");
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(401);
        jdbc.sql("DELETE FROM identity.totp WHERE account = :account")
                .param("account", account("sap.co.ma"))
                .update();
        set("sap.co.ma", "must_change = true");
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(401);
        set("sap.co.ma", "must_change = false");
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(200);
    }

    private void code(String username) {
        jdbc.sql("""
                        INSERT INTO identity.totp (account, secret, made_at, last_step)
                        VALUES (:account, decode('00', 'hex'), :at, 0)
                        """)
                .param("account", account(username))
                .param("at", TestTime.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
    }

    private void set(String username, String what) {
        jdbc.sql("UPDATE identity.account SET " + what + " WHERE username = :username")
                .param("username", username)
                .update();
    }

    @Test
    void a_proof_that_one_request_wanted_is_none_for_another_and_none_for_ever() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        String asked = portal.authorize("prompt", "login");
        String signIn = location(new HttpVisitor(port).open(asked));
        String to = Jsoup.parse(visitor.open(signIn).body())
                .select("input[name=to]")
                .val();
        String mark = java.util.Objects.requireNonNull(
                answer("http://x" + answer("http://x" + signIn).getOrDefault("to", to))
                        .get(ClientSignIns.PROVEN_AFTER));
        var again = new HttpVisitor(port).signedIn(USERNAME, PASSWORD);
        for (var other : Map.of("state", "another", "nonce", "n-2", "code_challenge", "a".repeat(43))
                .entrySet())
            assertThat(location(again.open(portal.authorize(
                            "prompt", "login", other.getKey(), other.getValue(), ClientSignIns.PROVEN_AFTER, mark))))
                    .as(other.getKey())
                    .startsWith("/sign-in/again?to=");
        String own = portal.authorize("prompt", "login", ClientSignIns.PROVEN_AFTER, mark);
        clock.moveTo(TestTime.now().plus(Duration.ofMinutes(20)));
        assertThat(location(again.open(own))).as("long ago").startsWith("/sign-in/again?to=");
        setClock();
        assertThat(answer(location(again.open(own)))).as("its own").containsKey("code");
    }

    @Test
    void a_withdrawal_on_its_way_is_waited_for() throws Exception {
        var portal = portal();
        var visitor = signedIn();
        portal.code(visitor);
        var actor = accounts.actor(USERNAME).orElseThrow();
        var answered = new CompletableFuture<Integer>();
        transactions.executeWithoutResult(status -> {
            consents.withdraw(actor, portal.key);
            Thread.startVirtualThread(() -> {
                try {
                    answered.complete(visitor.open(portal.authorize()).statusCode());
                } catch (Exception e) {
                    answered.completeExceptionally(e);
                }
            });
            assertThat(answered.copy()
                            .completeOnTimeout(0, 500, TimeUnit.MILLISECONDS)
                            .join())
                    .as("waits")
                    .isZero();
        });
        assertThat(answered.get(20, TimeUnit.SECONDS)).as("asks for consent").isEqualTo(200);
    }

    @Test
    void what_was_given_back_while_its_person_was_disabled_stays_given_back() throws Exception {
        var portal = portal();
        var tokens = portal.tokens(somebodyNew("mot.luc.bi.khoa"));
        String access = tokens.path("access_token").asString();
        set("mot.luc.bi.khoa", "disabled = true");
        assertThat(portal.post("/oauth2/revoke", "token", access).statusCode()).isEqualTo(200);
        set("mot.luc.bi.khoa", "disabled = false");
        assertThat(portal.userInfo(access).statusCode()).isEqualTo(401);
        assertThat(portal.post("/oauth2/revoke", "token", access).statusCode()).isEqualTo(200);
    }

    @Test
    void any_program_of_the_machine_may_be_a_public_client_so_its_user_is_asked_each_time() throws Exception {
        var app = app();
        var visitor = signedIn();
        String[] there = {"redirect_uri", "http://127.0.0.1:49152/callback"};
        ClientProgram.agree(visitor, app.authorize(there));
        assertThat(visitor.open(app.authorize(there)).statusCode())
                .as("the page of the consent")
                .isEqualTo(200);
        assertThat(answer(location(visitor.open(app.authorize(there[0], there[1], "prompt", "none")))))
                .containsEntry("error", "consent_required");
        ClientProgram.agree(visitor, app.authorize());
        assertThat(visitor.open(app.authorize()).statusCode())
                .as("at an address of its own site")
                .isEqualTo(303);
    }

    @Test
    void who_signed_in_after_the_page_of_the_consent_is_not_taken_for_whom_the_client_expects() throws Exception {
        var portal = portal();
        String hint = portal.tokens(signedIn()).path("id_token").asString();
        var other = somebodyNew("den.sau");
        String asked = portal.authorize("id_token_hint", hint).substring("/oauth2/authorize?".length());
        var post = other.post(
                "/oauth2/authorize/consent",
                other.token("/id/applications"),
                "asked",
                asked,
                "allow",
                "true",
                "scopes",
                "profile");
        var answer = other.atOnce(java.util.List.of(post)).getFirst();
        assertThat(answer.headers().firstValue("Location")).isEmpty();
        assertThat(answer.statusCode()).isEqualTo(200);
    }
}
