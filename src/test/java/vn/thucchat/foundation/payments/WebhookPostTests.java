package vn.thucchat.foundation.payments;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a message is signed, where it may go, and what is made of any answer. */
@NullMarked
class WebhookPostTests {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final WebhookPost post =
            new WebhookPost(true, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofMillis(700));

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

    @ParameterizedTest
    @CsvSource({
        "https://till.example/paid, https://till.example/paid",
        "HTTPS://Till.Example, https://till.example/",
        "https://till.example:443/a?b=c%20d, https://till.example/a?b=c%20d",
        "https://till.example:8443/, https://till.example:8443/",
        "https://[2606:4700::1]/, https://[2606:4700::1]/",
        "https://till.example/bán, https://till.example/b%C3%A1n"
    })
    void an_address_is_kept_in_its_usual_form(String typed, String kept) {
        assertThat(WebhookAddress.read(typed, false)).contains(URI.create(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "till.example",
                "http://till.example/",
                "ftp://till.example/",
                "https://",
                "https:///paid",
                "https://me:secret@till.example/",
                "https://till.example/#top",
                "https://till.example:22/",
                "https://till.example:80/",
                "https://till.example:1024/",
                "https://till.example:70000/",
                "https://till.example/a b",
                "https://till.example/\r\nX: y",
                "https://till_example/",
                "javascript:alert(1)"
            })
    void what_is_no_address_for_messages_is_refused(String typed) {
        assertThat(WebhookAddress.read(typed, false)).isEmpty();
        assertThat(WebhookAddress.read("https://till.example/" + "x".repeat(500), false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "10.0.0.5",
                "192.168.1.1",
                "169.254.169.254",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fd00::1]",
                "localhost",
                "till.localhost",
                "intranet"
            })
    void what_cannot_be_public_is_refused_when_it_is_typed(String host) {
        assertThat(WebhookAddress.read("https://" + host + "/paid", false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "fc00::1",
                "fd12::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1"
            })
    void an_address_of_a_network_that_is_not_public_is_refused(String address) throws Exception {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.169.0.1",
                "198.20.0.1",
                "203.162.4.191",
                "223.255.255.254",
                "2606:4700::1",
                "2001:ee0::1",
                "2405:4800::1"
            })
    void an_address_of_the_internet_is_not(String address) throws Exception {
        assertThat(WebhookAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void nobody_is_sent_to_in_a_network_that_is_not_public() {
        try (var till = new TillSoftware()) {
            var strict =
                    new WebhookPost(false, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(2));
            for (String host : List.of("localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"))
                assertThat(strict.send(URI.create(till.url().replace("localhost", host)), Map.of(), BODY)
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
            var strict =
                    new WebhookPost(false, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(2));
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
        assertThat(post.send(URI.create("http://localhost:" + port + "/"), Map.of(), BODY)
                        .outcome())
                .isEqualTo(Delivery.Outcome.UNREACHABLE);
        assertThat(post.send(URI.create("https://no-such-host.invalid/"), Map.of(), BODY)
                        .outcome())
                .isIn(Delivery.Outcome.UNREACHABLE, Delivery.Outcome.SLOW);
    }

    @Test
    void a_certificate_must_be_trusted_and_for_the_very_host(@TempDir Path folder) throws Exception {
        KeyStore keys = keys(folder);
        var context = context(keys);
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
            var trusting = new WebhookPost(true, context.getSocketFactory(), Duration.ofSeconds(5));
            assertThat(trusting.send(URI.create(at), Map.of(), BODY).outcome()).isEqualTo(Delivery.Outcome.TAKEN);
            assertThat(trusting.send(URI.create(at.replace("localhost", "127.0.0.1")), Map.of(), BODY)
                            .outcome())
                    .isEqualTo(Delivery.Outcome.UNTRUSTED);
            var usual = new WebhookPost(true, (SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(5));
            assertThat(usual.send(URI.create(at), Map.of(), BODY).outcome()).isEqualTo(Delivery.Outcome.UNTRUSTED);
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
            return post.send(URI.create("http://localhost:" + server.getLocalPort() + "/"), Map.of(), BODY);
        }
    }

    private static KeyStore keys(Path folder) throws Exception {
        Path file = folder.resolve("keys.p12");
        var made = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "till",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        "changeit",
                        "-keystore",
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(made.waitFor()).as("the premise: there is a certificate").isZero();
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(file)) {
            keys.load(in, "changeit".toCharArray());
        }
        return keys;
    }

    private static SSLContext context(KeyStore keys) throws Exception {
        var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, "changeit".toCharArray());
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("till", keys.getCertificate("till"));
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        var context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }
}
