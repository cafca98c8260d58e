package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.logout.EndedSessions;
import vn.thucchat.foundation.identity.sessions.OpenSessions;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.TestTime;

/** Clients are told that a session has ended, however it ended, and again when they did not listen. */
@NullMarked
class BackChannelLogoutTests extends ProviderTest {

    @Autowired
    OpenSessions openSessions;

    @Autowired
    ApplicationContext context;

    @Autowired
    TransactionTemplate transactions;

    private final LinkedBlockingQueue<String> told = new LinkedBlockingQueue<>();
    private volatile int status = 200;
    private HttpServer server;

    @BeforeEach
    void listen() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/logout", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            int answer = status;
            status = 200;
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
            told.add(exchange.getRequestHeaders().getFirst("Content-Type") + " " + body);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ClientProgram listening() {
        var calls = new Client.Calls("http://127.0.0.1:" + server.getAddress().getPort() + "/logout", true, null);
        return ClientProgram.registered(
                clients, port, "nghe", Client.Security.PLAIN, ClientProgram.terms(ClientProgram.PEOPLE), calls);
    }

    private SignedJWT token() throws Exception {
        String sent = told.poll(20, TimeUnit.SECONDS);
        assertThat(sent).as("what the client was told").startsWith("application/x-www-form-urlencoded");
        String form = sent.substring(sent.indexOf(' ') + 1);
        assertThat(form).startsWith("logout_token=");
        return SignedJWT.parse(URLDecoder.decode(form.substring("logout_token=".length()), StandardCharsets.UTF_8));
    }

    @Test
    void signing_out_is_told_with_a_token_that_the_keys_verify() throws Exception {
        var client = listening();
        var visitor = signedIn();
        var id = ClientProgram.claims(client.tokens(visitor).path("id_token").asString());
        client.tokens(visitor);
        visitor.send("/", "/sign-out");
        SignedJWT token = token();
        var keys = JWKSet.parse(new HttpVisitor(port).open("/oauth2/jwks").body());
        assertThat(token.verify(new RSASSAVerifier(
                        keys.getKeyByKeyId(token.getHeader().getKeyID()).toRSAKey())))
                .isTrue();
        assertThat(token.getHeader().getType().getType()).isEqualTo("logout+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getAudience()).containsExactly(client.id);
        assertThat(claims.getSubject()).isEqualTo(id.path("sub").asString());
        assertThat(claims.getStringClaim("sid")).isEqualTo(id.path("sid").asString());
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(Duration.between(
                        claims.getIssueTime().toInstant(),
                        claims.getExpirationTime().toInstant()))
                .isLessThanOrEqualTo(Duration.ofMinutes(2));
        assertThat(claims.getJSONObjectClaim("events"))
                .isEqualTo(Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        assertThat(claims.getClaim("nonce")).isNull();
        assertThat(told.poll(1, TimeUnit.SECONDS)).as("once a session").isNull();
        assertThat(new HttpVisitor(port)
                        .open("/connect/logout?id_token_hint=" + token.serialize())
                        .statusCode())
                .as("is no id token")
                .isEqualTo(400);
    }

    @Test
    void a_session_ended_from_the_list_by_an_administrator_or_by_a_disabled_account_is_told() throws Exception {
        var client = listening();
        var actor = accounts.actor(USERNAME).orElseThrow();
        client.tokens(signedIn());
        openSessions.endOthers(actor, new java.util.UUID(0, 0));
        token();
        client.tokens(signedIn());
        openSessions.endAll(Persons.a(Roles.ADMINISTRATOR, "VN"), actor.account());
        token();
        client.tokens(signedIn());
        disabled(true);
        EndedSessions.look(context);
        token();
        disabled(false);
        client.tokens(signedIn());
        clock.moveTo(TestTime.now().plus(Duration.ofDays(60)));
        EndedSessions.look(context);
        token();
    }

    private void disabled(boolean disabled) {
        jdbc.sql("UPDATE identity.account SET disabled = :disabled WHERE username = :username")
                .param("disabled", disabled)
                .param("username", USERNAME)
                .update();
    }

    @Test
    void who_did_not_listen_is_told_again_and_who_refused_is_not() throws Exception {
        var client = listening();
        status = 503;
        var visitor = signedIn();
        client.tokens(visitor);
        visitor.send("/", "/sign-out");
        var first = token();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(10)));
        var second = token();
        assertThat(second.getJWTClaimsSet().getStringClaim("sid"))
                .isEqualTo(first.getJWTClaimsSet().getStringClaim("sid"));
        assertThat(second.getJWTClaimsSet().getExpirationTime())
                .isAfter(first.getJWTClaimsSet().getExpirationTime());
        setClock();
        status = 400;
        var other = signedIn();
        client.tokens(other);
        other.send("/", "/sign-out");
        token();
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(10)));
        assertThat(told.poll(1, TimeUnit.SECONDS)).isNull();
    }

    @Test
    void metadata_announces_it() throws Exception {
        var document = ClientProgram.json(new HttpVisitor(port).open("/.well-known/openid-configuration"));
        assertThat(document.path("backchannel_logout_supported").asBoolean()).isTrue();
        assertThat(document.path("backchannel_logout_session_supported").asBoolean())
                .isTrue();
    }

    @Test
    void who_signs_out_waits_for_no_client_that_is_being_told() throws Exception {
        var client = listening();
        var visitor = signedIn();
        client.tokens(visitor);
        transactions.executeWithoutResult(status -> {
            jdbc.sql("SELECT client FROM identity.client_session WHERE client = :client FOR UPDATE")
                    .param("client", client.key)
                    .query(java.util.UUID.class)
                    .single();
            var signedOut = new CompletableFuture<Integer>();
            Thread.startVirtualThread(() -> {
                try {
                    signedOut.complete(visitor.send("/", "/sign-out").statusCode());
                } catch (Exception e) {
                    signedOut.completeExceptionally(e);
                }
            });
            assertThat(signedOut.orTimeout(10, TimeUnit.SECONDS).join()).isEqualTo(303);
        });
        token();
    }
}
