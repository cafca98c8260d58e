package vn.thucchat.foundation.identity.security.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import vn.thucchat.testing.ApplicationTest;

/** A method that a route does not have is refused with those that it has, whatever is sent with it. */
@ApplicationTest
@NullMarked
class MethodsTests {

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void a_method_that_a_route_does_not_have_is_told_which_there_are() throws Exception {
        for (String method : List.of("DELETE", "PUT", "PATCH", "POST", "TRACE", "PROPFIND", "FOO"))
            for (String path : List.of("/api/v1/units/05437", "/api/v1/figures", "/scorecard", "/api/v1/vietqr.png")) {
                var answer = send(method, path);
                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(answer.headers().firstValue("Allow"))
                        .as(method + " " + path)
                        .contains("GET, HEAD, OPTIONS");
                assertThat(answer.headers().firstValue("Content-Security-Policy"))
                        .isPresent();
                assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                        .startsWith(path.startsWith("/api/") ? "application/problem+json" : "text/html");
            }
        for (String method : List.of("DELETE", "TRACE", "FOO"))
            assertThat(send(method, "/api/v1/vietqr").headers().firstValue("Allow"))
                    .contains("OPTIONS, POST");
        assertThat(send("PUT", "/api/v1/payments/notifications/x").headers().firstValue("Allow"))
                .contains("POST");
    }

    @Test
    void what_is_nowhere_is_nowhere_by_any_method() throws Exception {
        for (String method : List.of("DELETE", "TRACE", "FOO", "GET"))
            assertThat(send(method, "/api/v1/nowhere").statusCode()).as(method).isEqualTo(404);
    }

    @Test
    void a_route_keeps_its_methods() throws Exception {
        assertThat(send("GET", "/api/v1/units/05437?on=2022-08-08").statusCode())
                .isEqualTo(200);
        assertThat(send("HEAD", "/api/v1/units/05437?on=2022-08-08").statusCode())
                .isEqualTo(200);
        assertThat(send("POST", "/api/v1/vietqr").statusCode()).as("no JSON").isEqualTo(415);
        assertThat(send("POST", "/sign-in").statusCode()).as("no token").isEqualTo(403);
    }

    private HttpResponse<String> send(String method, String path) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .method(method, HttpRequest.BodyPublishers.noBody())
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
