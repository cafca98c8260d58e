package vn.thucchat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;

/** A browser without a screen that speaks HTTP with a running server: keeps cookies, follows no redirect. */
public final class HttpVisitor {

    private final String base;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http;

    public HttpVisitor(int port) {
        base = "http://localhost:" + port;
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    public HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return http.send(get(path), HttpResponse.BodyHandlers.ofString());
    }

    /** The token of the form on a page. */
    public String token(String path) throws IOException, InterruptedException {
        return Jsoup.parse(open(path).body()).select("input[name=_csrf]").val();
    }

    /** Opens a page for its form's token, then sends the form; fields are names and values in turn. */
    public HttpResponse<String> send(String page, String path, String... fields)
            throws IOException, InterruptedException {
        return http.send(post(path, token(page), fields), HttpResponse.BodyHandlers.ofString());
    }

    public HttpRequest post(String path, String token, String... fields) {
        var body = new StringBuilder("_csrf=").append(encoded(token));
        for (int i = 0; i < fields.length; i += 2)
            body.append('&').append(encoded(fields[i])).append('=').append(encoded(fields[i + 1]));
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    public HttpVisitor signedIn(String username, String password) throws IOException, InterruptedException {
        assertThat(send("/sign-in", "/sign-in", "username", username, "password", password)
                        .statusCode())
                .as("sign-in of " + username)
                .isEqualTo(303);
        return this;
    }

    /** The same page many times, all sent in one moment on connections of their own. */
    public List<HttpResponse<String>> atOnce(int times, String path) throws Exception {
        var requests = new ArrayList<HttpRequest>();
        for (int i = 0; i < times; i++) requests.add(get(path));
        return atOnce(requests);
    }

    public List<HttpResponse<String>> atOnce(List<HttpRequest> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = new ArrayList<CompletableFuture<HttpResponse<String>>>();
            for (var request : requests) {
                var answer = new CompletableFuture<HttpResponse<String>>();
                answers.add(answer);
                threads.execute(() -> {
                    try {
                        start.await();
                        answer.complete(http.send(request, HttpResponse.BodyHandlers.ofString()));
                    } catch (Exception e) {
                        answer.completeExceptionally(e);
                    }
                });
            }
            var all = new ArrayList<HttpResponse<String>>();
            for (var answer : answers) all.add(answer.get());
            return all;
        }
    }

    public List<String> cookieNames() {
        return cookies.getCookieStore().getCookies().stream()
                .map(cookie -> cookie.getName())
                .toList();
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .build();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
