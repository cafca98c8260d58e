package vn.thucchat.foundation.identity.clientkeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.web.client.RestClient;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.testing.MovableClock;
import vn.thucchat.testing.TestTime;

/** Keys that clients publish: asked for seldom, again when one is new, and none when the address misbehaves. */
@NullMarked
class ClientKeySetsTests {

    private final AtomicInteger asked = new AtomicInteger();
    private final MovableClock clock = new MovableClock();
    private volatile byte[] body = new byte[0];
    private volatile int status = 200;
    private volatile Duration answering = Duration.ZERO;
    private HttpServer server;
    private ClientKeySets keys;
    private Client client;

    @BeforeEach
    void publish() throws Exception {
        clock.moveTo(TestTime.now());
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/jwks", exchange -> {
            asked.incrementAndGet();
            waitFor(answering);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        String uri = "http://127.0.0.1:" + server.getAddress().getPort() + "/jwks";
        keys = new ClientKeySets(RestClient.create(), clock);
        client = new Client(
                UUID.randomUUID(),
                "kho",
                "Kho",
                true,
                new Client.Security(true, true, null, uri),
                new Client.Terms(List.of(), List.of(), Set.of(), Set.of(), true),
                Client.Calls.NONE,
                new Client.Registration(false, UUID.randomUUID(), Instant.EPOCH, null, null, null, 1));
    }

    private static void waitFor(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private ECKey published(String kid) throws Exception {
        ECKey key = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        body = new JWKSet(key.toPublicJWK()).toString().getBytes(StandardCharsets.UTF_8);
        return key;
    }

    @Test
    void keys_are_kept_and_asked_for_again_when_one_is_new() throws Exception {
        published("one");
        for (int i = 0; i < 3; i++) assertThat(keys.of(client, "one")).hasSize(1);
        assertThat(asked).hasValue(1);
        published("two");
        assertThat(keys.of(client, "two")).as("not at once again").isEmpty();
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(31)));
        assertThat(keys.of(client, "two")).hasSize(1);
        assertThat(keys.of(client, null)).as("no name: all").hasSize(1);
        assertThat(asked).hasValue(2);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        keys.of(client, "two");
        assertThat(asked).hasValue(3);
    }

    @Test
    void an_address_that_misbehaves_has_no_keys() throws Exception {
        published("one");
        status = 500;
        assertThat(keys.of(client, "one")).isEmpty();
        status = 200;
        body = "<html>".getBytes(StandardCharsets.UTF_8);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(keys.of(client, "one")).isEmpty();
        body = new byte[0];
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(keys.of(client, "one")).isEmpty();
        server.stop(0);
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(keys.of(client, "one")).isEmpty();
    }

    @Test
    void what_cannot_verify_a_signature_is_left_out() throws Exception {
        var weak = new ECKeyGenerator(Curve.P_384).keyID("weak").generate();
        var seals = new ECKeyGenerator(Curve.P_256)
                .keyID("seals")
                .keyUse(com.nimbusds.jose.jwk.KeyUse.ENCRYPTION)
                .generate();
        var right = new ECKeyGenerator(Curve.P_256).keyID("right").generate();
        body = new JWKSet(List.of(weak.toPublicJWK(), seals.toPublicJWK(), right.toPublicJWK()))
                .toString()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(keys.of(client, null))
                .singleElement()
                .extracting(key -> key.getKeyID())
                .isEqualTo("right");
    }

    @Test
    void however_many_ask_at_once_the_address_is_asked_once() throws Exception {
        published("one");
        answering = Duration.ofMillis(200);
        var found = new ConcurrentLinkedQueue<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++)
                threads.execute(() -> found.add(keys.of(client, "one").size()));
        }
        assertThat(found).hasSize(8).containsOnly(1);
        assertThat(asked).hasValue(1);
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(31)));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                String unknown = "unknown-" + i;
                threads.execute(() -> keys.of(client, unknown));
            }
        }
        assertThat(asked).hasValue(2);
    }

    @Test
    void keys_are_good_for_a_while_when_their_address_does_not_answer() throws Exception {
        published("one");
        keys.of(client, "one");
        status = 500;
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(keys.of(client, "one")).hasSize(1);
        assertThat(keys.of(client, "one")).hasSize(1);
        assertThat(asked).as("not asked without end").hasValue(2);
        clock.moveTo(clock.instant().plus(Duration.ofHours(1)));
        assertThat(keys.of(client, "one")).as("but not for ever").isEmpty();
    }

    @Test
    void a_new_key_without_a_name_is_found_when_none_of_the_old_ones_fits() throws Exception {
        published("one");
        keys.of(client, null);
        ECKey fresh = published("two");
        var text = new SignedJWT(new JWSHeader(JWSAlgorithm.ES256), new JWTClaimsSet.Builder().build());
        text.sign(new ECDSASigner(fresh));
        assertThat(keys.verify(client, text)).as("asked a moment ago").isFalse();
        clock.moveTo(clock.instant().plus(Duration.ofSeconds(31)));
        assertThat(keys.verify(client, text)).isTrue();
        assertThat(asked).hasValue(2);
    }
}
