package vn.thucchat.foundation.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import vn.thucchat.testing.Certificates;

/** Where clients connect to, for how long, and how much of an answer they take. */
@NullMarked
@Timeout(30)
class OutboundHttpTests {

    private static final Duration DEADLINE = Duration.ofMillis(700);
    /** What a deadline may be late by on a busy machine. */
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

    @Test
    void a_name_is_looked_up_once_and_its_answer_is_where_the_connection_goes() throws Exception {
        var answers = new ArrayList<>(List.of("127.0.0.1", "127.0.0.2", "127.0.0.1"));
        var lookups = new AtomicInteger();
        try (var meant = new RawServer("127.0.0.1", 0, (_, out) -> out.write(bytes(OK)));
                var inside = new RawServer("127.0.0.2", meant.port(), (_, out) -> out.write(bytes(OK)))) {
            RestClient client = new OutboundHttp(
                            _ -> {
                                lookups.incrementAndGet();
                                return addresses(answers.removeFirst());
                            },
                            defaultTls())
                    .client(InetAddressFilter.of("127.0.0.1"), DEADLINE);
            String url = "http://changing.example:" + meant.port() + "/";
            assertThat(get(client, url)).isEqualTo("ok");
            assertThat(lookups).as("who looks twice may be told two things").hasValue(1);
            assertThat(refused(client, url)).isEqualTo(OutboundException.Reason.FORBIDDEN_ADDRESS);
            assertThat(get(client, url)).isEqualTo("ok");
            assertThat(meant.connections()).as("none is used twice").isEqualTo(2);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void one_forbidden_address_makes_the_name_forbidden() throws Exception {
        try (var server = new RawServer("127.0.0.1", 0, (_, out) -> out.write(bytes(OK)))) {
            RestClient client = new OutboundHttp(_ -> addresses("127.0.0.1", "10.0.0.1"), defaultTls())
                    .client(InetAddressFilter.of("127.0.0.1"), DEADLINE);
            assertThat(refused(client, "http://mixed.example:" + server.port() + "/"))
                    .isEqualTo(OutboundException.Reason.FORBIDDEN_ADDRESS);
            assertThat(server.connections()).isZero();
        }
    }

    @Test
    void the_certificate_is_for_the_name_and_not_for_the_pinned_address(@TempDir Path folder) throws Exception {
        SSLContext tls = Certificates.selfSigned(folder, "till.example");
        var named = new ArrayList<String>();
        try (var server = new RawServer(tls, (socket, out) -> {
            ((ExtendedSSLSession) ((SSLSocket) socket).getSession())
                    .getRequestedServerNames()
                    .forEach(name -> named.add(new String(name.getEncoded(), StandardCharsets.US_ASCII)));
            out.write(bytes(OK));
        })) {
            RestClient client =
                    new OutboundHttp(_ -> addresses("127.0.0.1"), tls).client(InetAddressFilter.all(), LATE);
            assertThat(get(client, "https://till.example:" + server.port() + "/"))
                    .isEqualTo("ok");
            assertThat(named).as("the server is told which name is meant").containsExactly("till.example");
            assertThat(refused(client, "https://other.example:" + server.port() + "/"))
                    .isEqualTo(OutboundException.Reason.UNTRUSTED_CERTIFICATE);
            assertThat(refused(client, "https://127.0.0.1:" + server.port() + "/"))
                    .isEqualTo(OutboundException.Reason.UNTRUSTED_CERTIFICATE);
        }
    }

    @Test
    void a_head_that_drips_is_cut_off_by_the_deadline() throws Exception {
        try (var server =
                new RawServer("127.0.0.1", 0, (_, out) -> drip(out, "HTTP/1.1 200 OK\r\nX: " + "x".repeat(99)))) {
            assertThat(timedOut("http://127.0.0.1:" + server.port() + "/")).isTrue();
            assertThat(server.hungUp()).as("the connection is closed too").isTrue();
        }
    }

    @Test
    void a_body_that_drips_is_cut_off_by_the_deadline_and_its_status_is_kept() throws Exception {
        try (var server = new RawServer("127.0.0.1", 0, (_, out) -> {
            out.write(bytes("HTTP/1.1 202 Accepted\r\nContent-Length: 99\r\n\r\n"));
            drip(out, "x".repeat(99));
        })) {
            long began = System.nanoTime();
            assertThat(status(usual(), "http://127.0.0.1:" + server.port() + "/"))
                    .isEqualTo(202);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(DEADLINE, DEADLINE.plus(LATE));
            assertThat(refused(usual(), "http://127.0.0.1:" + server.port() + "/"))
                    .isEqualTo(OutboundException.Reason.TIMEOUT);
            assertThat(server.hungUp()).isTrue();
        }
    }

    @Test
    void a_handshake_that_never_ends_is_cut_off_by_the_deadline() throws Exception {
        try (var server =
                new RawServer("127.0.0.1", 0, (_, out) -> drip(out, "\u0016\u0003\u0003@" + "x".repeat(99)))) {
            assertThat(timedOut("https://127.0.0.1:" + server.port() + "/")).isTrue();
            assertThat(server.hungUp()).isTrue();
        }
    }

    /** The queue of a server that accepts nobody is full after a few connections; the next waits to connect. */
    @Test
    void a_connection_that_nobody_accepts_is_cut_off_by_the_deadline() throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var queued = new ArrayList<Socket>();
            for (int i = 0; i < 4; i++) {
                var one = new Socket();
                queued.add(one);
                try {
                    one.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()), 200);
                } catch (IOException e) {
                    break;
                }
            }
            assertThat(timedOut("http://127.0.0.1:" + server.getLocalPort() + "/"))
                    .isTrue();
            for (Socket one : queued) one.close();
        }
    }

    @Test
    void a_look_up_that_hangs_is_cut_off_and_many_of_them_hold_a_bounded_set_of_threads() throws Exception {
        var hangs = new CountDownLatch(1);
        var hanging = new AtomicInteger();
        try {
            RestClient client = new OutboundHttp(
                            _ -> {
                                hanging.incrementAndGet();
                                awaitUninterruptibly(hangs);
                                return addresses("127.0.0.1");
                            },
                            defaultTls())
                    .client(InetAddressFilter.all(), DEADLINE);
            long began = System.nanoTime();
            var asking = new ArrayList<Thread>();
            for (int i = 0; i < NameLookup.MAX_CONCURRENT + 50; i++) {
                String url = "http://hangs-" + i + ".example/";
                asking.add(Thread.ofVirtual()
                        .start(() -> assertThat(refused(client, url)).isEqualTo(OutboundException.Reason.TIMEOUT)));
            }
            for (Thread thread : asking) thread.join();
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(DEADLINE.plus(LATE));
            assertThat(hanging).hasValue(NameLookup.MAX_CONCURRENT);
            began = System.nanoTime();
            assertThat(refused(client, "http://one-more.example/")).isEqualTo(OutboundException.Reason.TIMEOUT);
            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .as("at once")
                    .isLessThan(DEADLINE);
        } finally {
            hangs.countDown();
        }
    }

    @Test
    void an_endless_answer_is_not_read_to_its_end() throws Exception {
        var written = new AtomicLong();
        try (var server = new RawServer("127.0.0.1", 0, (_, out) -> {
            out.write(bytes("HTTP/1.1 200 OK\r\nContent-Length: 999999999999\r\n\r\n"));
            byte[] much = new byte[65_536];
            while (true) {
                out.write(much);
                written.addAndGet(much.length);
            }
        })) {
            RestClient patient = OutboundClients.usual().client(InetAddressFilter.all(), Duration.ofSeconds(20));
            long began = System.nanoTime();
            String url = "http://127.0.0.1:" + server.port() + "/";
            assertThat(status(patient, url)).isEqualTo(200);
            assertThat(refused(patient, url)).isEqualTo(OutboundException.Reason.INVALID_RESPONSE);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(LATE.plus(LATE));
            assertThat(server.hungUp()).isTrue();
            assertThat(written.get()).as("what the buffers of two sockets hold").isLessThan(2 * 12 * 1024 * 1024);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\n\r\n",
                "HTTP/1.1 503 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 No\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n"
            })
    void no_answer_makes_it_ask_again(String answer) throws Exception {
        try (var server = new RawServer("127.0.0.1", 0, (_, out) -> out.write(bytes(answer)))) {
            assertThat(status(usual(), "http://127.0.0.1:" + server.port() + "/"))
                    .isEqualTo(Integer.parseInt(answer.substring(9, 12)));
            assertThat(server.connections()).isEqualTo(1);
            assertThat(server.requests().getFirst())
                    .startsWith("POST / HTTP/1.1\r\n")
                    .contains("\r\nConnection: close\r\n")
                    .doesNotContain("Upgrade", "Accept-Encoding");
        }
    }

    private static RestClient usual() {
        return OutboundClients.usual().client(InetAddressFilter.all(), DEADLINE);
    }

    private static String get(RestClient client, String url) {
        return client.get()
                .uri(java.net.URI.create(url))
                .exchangeForRequiredValue(
                        (_, response) -> new String(response.getBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    private static int status(RestClient client, String url) {
        return client.post()
                .uri(java.net.URI.create(url))
                .body(bytes("{}"))
                .exchangeForRequiredValue(
                        (_, response) -> response.getStatusCode().value());
    }

    private static OutboundException.Reason refused(RestClient client, String url) {
        var thrown = catchThrowableOfType(ResourceAccessException.class, () -> get(client, url));
        if (thrown.getCause() instanceof OutboundException failure) return failure.reason();
        throw new AssertionError("No failure of the exchange", thrown);
    }

    /** Whether it ends with its deadline, neither before nor much later. */
    private static boolean timedOut(String url) {
        long began = System.nanoTime();
        assertThat(refused(usual(), url)).isEqualTo(OutboundException.Reason.TIMEOUT);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isBetween(DEADLINE, DEADLINE.plus(LATE));
        return true;
    }

    private static void drip(OutputStream out, String text) throws IOException {
        for (byte one : bytes(text)) {
            out.write(one);
            out.flush();
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static InetAddress[] addresses(String... literals) {
        var addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) addresses[i] = InetAddress.ofLiteral(literals[i]);
        return addresses;
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        while (latch.getCount() > 0) LockSupport.parkNanos(10_000_000);
    }

    private static SSLContext defaultTls() throws NoSuchAlgorithmException {
        return SSLContext.getDefault();
    }
}
