package vn.thucchat.foundation.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.testing.ApplicationTest;

/** Requests that no browser would send, over real HTTP: each is told what is wrong with it, none is an incident. */
@ApplicationTest
class HostileRequestTests {

    private static final String FIGURES = "/api/v1/figures?unit=19&period=2022S1";

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void parameters_that_are_no_text_are_refused() throws Exception {
        var answer = send(HttpRequest.newBuilder(at("/api/v1/figures?unit=%C3%28&period=2022S1")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(type(answer)).startsWith("application/problem+json");
    }

    @Test
    void a_cursor_that_nobody_was_given_is_refused_and_not_taken_for_the_end() throws Exception {
        var answer = send(HttpRequest.newBuilder(at(FIGURES + "&cursor=nonsense")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cursor");
    }

    @Test
    void too_much_is_told_so_also_without_a_form_token() throws Exception {
        var form = post("/sign-in", "application/x-www-form-urlencoded", "a=" + "b".repeat(2_000_000));
        assertThat(form.statusCode()).isEqualTo(413);
        assertThat(form.body()).contains("Gửi quá nhiều");
        String part = "--x\r\nContent-Disposition: form-data; name=\"sheet\"; filename=\"a.xlsx\"\r\n\r\n";
        var upload = post("/reporting/upload", "multipart/form-data; boundary=x", part + "b".repeat(13_000_000));
        assertThat(upload.statusCode()).isEqualTo(413);
        String parts = "--x\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nb\r\n".repeat(3_000) + "--x--\r\n";
        assertThat(post("/reporting/upload", "multipart/form-data; boundary=x", parts)
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void what_the_server_cannot_even_read_is_answered_in_both_languages_and_says_nothing_of_the_server()
            throws Exception {
        for (String line : new String[] {
            "GET /figures%00 HTTP/1.1",
            "GET /% HTTP/1.1",
            "GET /../../etc/passwd HTTP/1.1",
            "GET /" + "a".repeat(20_000) + " HTTP/1.1"
        }) {
            String answer = raw(line + "\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(answer).as(line.substring(0, 12)).startsWith("HTTP/1.1 400");
            assertThat(answer)
                    .contains("Chưa có gì bị thay đổi", "Nothing has been changed")
                    .doesNotContainIgnoringCase("tomcat")
                    .doesNotContain("java.");
        }
        assertThat(raw("GET /% HTTP/1.1\r\nHost: x\r\nAccept: application/json\r\nConnection: close\r\n\r\n"))
                .contains("application/problem+json", "\"status\":400");
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String type, String body) throws Exception {
        return send(HttpRequest.newBuilder(at(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static String type(HttpResponse<?> answer) {
        return answer.headers().firstValue("Content-Type").orElse("");
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
