package vn.thucchat.foundation.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;

/** A client of the provider, by HTTP: it sends people to sign in, and asks for tokens. */
@NullMarked
final class ClientProgram {

    static final String CALLBACK = "https://portal.example.vn/callback?from=thai-nguyen";
    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123";
    static final Set<String> PEOPLE = Set.of("AUTHORIZATION_CODE", "REFRESH_TOKEN");

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    static final JsonMapper JSON = new JsonMapper();

    final String base;
    final String id;
    final @Nullable String secret;
    final UUID key;

    private ClientProgram(int port, String id, @Nullable String secret, UUID key) {
        this.base = "http://localhost:" + port;
        this.id = id;
        this.secret = secret;
        this.key = key;
    }

    static Client.Terms terms(Set<String> grants) {
        return new Client.Terms(
                grants.contains("AUTHORIZATION_CODE") ? List.of(CALLBACK, "http://127.0.0.1/callback") : List.of(),
                List.of("https://portal.example.vn/bye"),
                grants.contains("AUTHORIZATION_CODE") ? Set.copyOf(ClientScope.NAMES) : Set.of(),
                grants,
                true);
    }

    /** A client that one administrator registered and another reviewed. */
    static ClientProgram registered(Clients clients, int port, String name, boolean confidential, Client.Terms terms) {
        String id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        var made = clients.register(Persons.a(Roles.ADMINISTRATOR, "19"), id, "Cổng " + name, confidential, terms);
        UUID key = Objects.requireNonNull(made.result().expectDone());
        clients.review(Persons.a(Roles.ADMINISTRATOR, "VN"), key, 1).expectDone();
        return new ClientProgram(port, id, made.secret(), key);
    }

    /** One that proves who it is by a key. */
    static ClientProgram registered(
            Clients clients, int port, String name, Client.Security security, Client.Terms terms) {
        return registered(clients, port, name, security, terms, Client.Calls.NONE);
    }

    static ClientProgram registered(
            Clients clients, int port, String name, Client.Security security, Client.Terms terms, Client.Calls calls) {
        String id = name + "-" + UUID.randomUUID().toString().substring(0, 8);
        var made = clients.register(
                Persons.a(Roles.ADMINISTRATOR, "19"),
                new Clients.Draft(id, "Kho " + name, true, security, terms, calls));
        UUID key = Objects.requireNonNull(made.result().expectDone());
        clients.review(Persons.a(Roles.ADMINISTRATOR, "VN"), key, 1).expectDone();
        return new ClientProgram(port, id, made.secret(), key);
    }

    /** The address that a person is sent to; names and values replace or add to what is usual. */
    String authorize(String... parameters) {
        var all = new LinkedHashMap<String, String>();
        all.put("response_type", "code");
        all.put("client_id", id);
        all.put("redirect_uri", CALLBACK);
        all.put("scope", "openid profile");
        all.put("state", "xyz &=");
        all.put("nonce", "n-1");
        all.put("code_challenge", Authorizations.challenge(VERIFIER));
        all.put("code_challenge_method", "S256");
        for (int i = 0; i < parameters.length; i += 2) all.put(parameters[i], parameters[i + 1]);
        all.values().removeIf(String::isEmpty);
        return "/oauth2/authorize?" + written(all);
    }

    /** Lets somebody who is signed in agree to what is asked for; where the browser is sent then. */
    static String agree(HttpVisitor visitor, String address) throws Exception {
        HttpResponse<String> answer = visitor.open(address);
        if (answer.statusCode() == 303) return location(answer);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        var form = Jsoup.parse(answer.body()).selectFirst("form[action=/oauth2/authorize/consent]");
        var fields = new ArrayList<String>();
        Objects.requireNonNull(form, "the form of the consent").select("input[name]").stream()
                .filter(field -> !field.attr("name").equals("_csrf"))
                .forEach(field -> fields.addAll(List.of(field.attr("name"), field.attr("value"))));
        fields.addAll(List.of("allow", "true"));
        var post = visitor.post(
                "/oauth2/authorize/consent", form.select("[name=_csrf]").attr("value"), fields.toArray(String[]::new));
        return location(visitor.atOnce(List.of(post)).getFirst());
    }

    /** A code for somebody who is signed in and agrees. */
    String code(HttpVisitor visitor, String... parameters) throws Exception {
        Map<String, String> answer = answer(agree(visitor, authorize(parameters)));
        assertThat(answer).as("what the client gets").containsKey("code");
        return Objects.requireNonNull(answer.get("code"));
    }

    /** All that a code is exchanged for. */
    JsonNode tokens(HttpVisitor visitor, String... parameters) throws Exception {
        return json(exchange(code(visitor, parameters)));
    }

    HttpResponse<String> exchange(@Nullable String code, String... parameters) throws Exception {
        Objects.requireNonNull(code, "a code");
        var all = new ArrayList<>(List.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", VERIFIER));
        all.addAll(List.of(parameters));
        return post("/oauth2/token", all.toArray(String[]::new));
    }

    HttpResponse<String> refresh(String token, String... parameters) throws Exception {
        return HTTP.send(refreshing(token, parameters), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest refreshing(String token, String... parameters) {
        var all = new ArrayList<>(List.of("grant_type", "refresh_token", "refresh_token", token));
        all.addAll(List.of(parameters));
        return request("/oauth2/token", all.toArray(String[]::new));
    }

    List<HttpResponse<String>> refreshAtOnce(int times, String token) throws Exception {
        return atOnce(java.util.Collections.nCopies(times, refreshing(token)));
    }

    static List<HttpResponse<String>> atOnce(List<HttpRequest> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> answers = requests.stream()
                    .map(request -> threads.submit(() -> {
                        start.await();
                        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
                    }))
                    .toList();
            var all = new ArrayList<HttpResponse<String>>();
            for (var answer : answers) all.add(answer.get());
            return all;
        }
    }

    /** Sends a form as this client: its secret in the header, or a public client's name in the body. */
    HttpResponse<String> post(String path, String... fields) throws Exception {
        return HTTP.send(request(path, fields), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest request(String path, String... fields) {
        var all = new LinkedHashMap<String, String>();
        if (secret == null) all.put("client_id", id);
        for (int i = 0; i < fields.length; i += 2) all.put(fields[i], fields[i + 1]);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(written(all)));
        if (secret != null) request.header("Authorization", basic(id, secret));
        return request.build();
    }

    static String basic(String id, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((id + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    HttpResponse<String> userInfo(String accessToken) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(base + "/userinfo"))
                        .header("Authorization", "Bearer " + accessToken)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    JsonNode introspect(String token) throws Exception {
        return json(post("/oauth2/introspect", "token", token));
    }

    static HttpResponse<String> send(HttpRequest request) throws Exception {
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    static String error(HttpResponse<String> answer) {
        return JSON.readTree(answer.body()).path("error").asString();
    }

    /** What stands between the dots of a signed token. */
    static JsonNode claims(String token) {
        return JSON.readTree(
                new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .orElseThrow(() -> new AssertionError(answer.statusCode() + answer.body()));
    }

    /** The parameters of an address that a client is answered at. */
    static Map<String, String> answer(String address) {
        return RequestQuery.read(URI.create(address).getRawQuery()).orElseThrow().parameters().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, one -> String.join("|", one.getValue())));
    }

    static String written(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
