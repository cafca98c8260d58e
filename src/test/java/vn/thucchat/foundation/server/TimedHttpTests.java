package vn.thucchat.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

/** Whoever sends a request byte by byte is not waited for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TimedHttpTests {

    private TomcatWebServer server;

    @BeforeAll
    void start() {
        var factory = new TomcatServletWebServerFactory(0);
        new TimedHttp.Installed().slowSendersEnded().customize(factory);
        factory.addConnectorCustomizers(TimedHttpTests::hurry);
        server = (TomcatWebServer) factory.getWebServer(
                context -> context.addServlet("reads", new Reads()).addMapping("/"));
        server.start();
    }

    private static void hurry(Connector connector) {
        ((TimedHttp) connector.getProtocolHandler()).limit(Duration.ofSeconds(1), Duration.ofSeconds(1));
    }

    /** Reads what was sent, then takes its time over the answer. */
    private static final class Reads extends HttpServlet {
        @Override
        protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
            int length = request.getInputStream().readAllBytes().length;
            try {
                Thread.sleep(request.getHeader("slow") == null ? 0 : 2_500);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            response.getWriter().print("read " + length);
        }
    }

    @AfterAll
    void stop() {
        server.stop();
    }

    @Test
    void headers_that_never_end_are_not_waited_for() throws Exception {
        assertThat(endsWithin("GET / HTTP/1.1\r\nHost: a\r\nA: ", 4_000)).isTrue();
    }

    @Test
    void a_body_that_never_ends_is_not_waited_for() throws Exception {
        assertThat(endsWithin("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n", 4_000))
                .isTrue();
        assertThat(endsWithin("POST / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nfff\r\n", 4_000))
                .isTrue();
    }

    @Test
    void a_larger_body_has_longer_and_who_waits_for_an_answer_is_left_alone() throws Exception {
        assertThat(endsWithin("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 40960\r\n\r\n", 3_000))
                .isFalse();
        try (var socket = new Socket("localhost", server.getPort())) {
            for (String slow : new String[] {"", "slow: yes\r\n", ""}) {
                send(socket, "POST / HTTP/1.1\r\nHost: a\r\n" + slow + "Content-Length: 3\r\n\r\nabc");
                assertThat(answer(socket)).as(slow).contains("read 3");
            }
            Thread.sleep(2_000);
            send(socket, "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc");
            assertThat(answer(socket)).as("kept alive").contains("read 3");
        }
    }

    /** A byte each quarter of a second, for as long as the connection takes them. */
    private boolean endsWithin(String begin, long millis) throws Exception {
        try (var socket = new Socket("localhost", server.getPort())) {
            send(socket, begin);
            socket.setSoTimeout(250);
            for (long spent = 0; spent < millis; spent += 250) {
                try {
                    send(socket, "1");
                    if (socket.getInputStream().read() < 0) return true;
                } catch (java.net.SocketTimeoutException stillOpen) {
                    // goes on
                } catch (SocketException closed) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
    }

    private static String answer(Socket socket) throws IOException {
        byte[] bytes = new byte[2_000];
        int length = socket.getInputStream().read(bytes);
        return new String(bytes, 0, Math.max(0, length), StandardCharsets.US_ASCII);
    }
}
