package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.http.OutboundClients;
import vn.thucchat.testing.Certificates;

/** How a message is signed, where it may go, and what is made of any answer. */
@NullMarked
class WebhookPostTests {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final WebhookPost post = new WebhookPost(OutboundClients.usual(), true, Duration.ofMillis(700));

    /** The example that the specification's own libraries are tested with. */
    @Test
    void a_signature_is_the_one_that_the_specification_gives() {
        assertThat(WebhookSignature.of(
                        List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1_614_265_330),
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
        assertThat(WebhookSignature.secret()).matches("whsec_[0-9A-Za-z+/]{43}=");
    }

    @Test
    void nobody_is_sent_to_in_a_network_that_is_not_public() {
        try (var till = new TillSoftware()) {
            var strict = new WebhookPost(OutboundClients.usual(), false, Duration.ofSeconds(2));
            for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"))
                assertThat(strict.send(URI.create(till.url().replace("localhost", host)), Map.of(), BODY, false)
                                .outcome())
                        .as(host)
                        .isEqualTo(Delivery.Outcome.PRIVATE);
            assertThat(till.messages()).isEmpty();
        }
    }

    @Test
    void what_is_invented_goes_to_own_networks_only_and_nowhere_where_these_are_closed() {
        try (var till = new TillSoftware()) {
            assertThat(post.send(URI.create(till.url()), Map.of(), BODY, true).outcome())
                    .isNotEqualTo(Delivery.Outcome.INVENTED);
            assertThat(post.send(URI.create("https://1.1.1.1/"), Map.of(), BODY, true)
                            .outcome())
                    .isEqualTo(Delivery.Outcome.INVENTED);
            var strict = new WebhookPost(OutboundClients.usual(), false, Duration.ofSeconds(2));
            int before = till.messages().size();
            for (String to : List.of(till.url(), "https://khong-co-ten-nay.example/"))
                assertThat(strict.send(URI.create(to), Map.of(), BODY, true).outcome())
                        .isEqualTo(Delivery.Outcome.INVENTED);
            assertThat(till.messages()).hasSize(before);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok', TAKEN, 200",
        "'HTTP/1.0 204\r\n\r\n', TAKEN, 204",
        "'HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n', TAKEN, 202",
        "'HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n', TAKEN, 200",
        "'HTTP/1.1 301 Moved\r\nLocation: http://localhost/\r\n\r\n', MOVED, 301",
        "'HTTP/1.1 403 No\r\n\r\n', REFUSED, 403",
        "'HTTP/1.1 404 No\r\n\r\n', NOT_FOUND, 404",
        "'HTTP/1.1 410 Gone\r\n\r\n', GONE, 410",
        "'HTTP/1.1 502 No\r\n\r\n', BUSY, 502",
        "'HTTP/1.1 500 No\r\n\r\n', FAILED, 500",
        "'SSH-2.0-OpenSSH_9.2\r\n', UNREADABLE,",
        "'HTTP/1.1 999 What\r\n\r\n', UNREADABLE,",
        "'', UNREADABLE,"
    })
    void any_answer_is_understood(String answer, Delivery.Outcome outcome, Integer status) throws Exception {
        assertThat(answered(answer.getBytes(StandardCharsets.US_ASCII), false))
                .satisfies(got -> assertThat(got.outcome()).isEqualTo(outcome))
                .satisfies(got -> assertThat(got.status()).isEqualTo(status));
    }

    @Test
    void an_answer_without_an_end_is_given_up() throws Exception {
        byte[] endless = ("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)).getBytes(StandardCharsets.US_ASCII);
        assertThat(answered(endless, false).outcome()).isEqualTo(Delivery.Outcome.UNREADABLE);
        assertThat(answered(new byte[0], true).outcome()).isEqualTo(Delivery.Outcome.SLOW);
        byte[] begun = "HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII);
        assertThat(answered(begun, true).outcome()).isEqualTo(Delivery.Outcome.SLOW);
    }

    @Test
    void nobody_there_is_said_so() throws Exception {
        int port;
        try (var server = new ServerSocket(0)) {
            port = server.getLocalPort();
        }
        assertThat(post.send(URI.create("http://localhost:" + port + "/"), Map.of(), BODY, false)
                        .outcome())
                .isEqualTo(Delivery.Outcome.UNREACHABLE);
        assertThat(post.send(URI.create("https://no-such-host.invalid/"), Map.of(), BODY, false)
                        .outcome())
                .isIn(Delivery.Outcome.UNREACHABLE, Delivery.Outcome.SLOW);
    }

    @Test
    void a_certificate_must_be_trusted_and_for_the_very_host(@TempDir Path folder) throws Exception {
        var context = Certificates.selfSigned(folder, "localhost");
        var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String at = "https://localhost:" + server.getAddress().getPort() + "/";
            var trusting = new WebhookPost(OutboundClients.trusting(context), true, Duration.ofSeconds(5));
            assertThat(trusting.send(URI.create(at), Map.of(), BODY, false).outcome())
                    .isEqualTo(Delivery.Outcome.TAKEN);
            assertThat(trusting.send(URI.create(at.replace("localhost", "127.0.0.1")), Map.of(), BODY, false)
                            .outcome())
                    .isEqualTo(Delivery.Outcome.UNTRUSTED);
            var usual = new WebhookPost(OutboundClients.usual(), true, Duration.ofSeconds(5));
            assertThat(usual.send(URI.create(at), Map.of(), BODY, false).outcome())
                    .isEqualTo(Delivery.Outcome.UNTRUSTED);
        } finally {
            server.stop(0);
        }
    }

    /** @param keptOpen whether the receiver goes on saying nothing */
    private WebhookPost.Answer answered(byte[] answer, boolean keptOpen) throws Exception {
        try (var server = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> {
                try (Socket socket = server.accept();
                        OutputStream out = socket.getOutputStream()) {
                    byte[] buffer = new byte[4_096];
                    if (socket.getInputStream().read(buffer) <= 0) return;
                    out.write(answer);
                    out.flush();
                    if (keptOpen) Thread.sleep(3_000);
                    socket.shutdownOutput();
                } catch (IOException | InterruptedException e) {
                    // the sender hung up
                }
            });
            return post.send(URI.create("http://localhost:" + server.getLocalPort() + "/"), Map.of(), BODY, false);
        }
    }
}
