package vn.thucchat.foundation.notify.zalo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Zalo for tests: tokens whose refresh works once, template messages that fail with status 200, and lost answers. */
@NullMarked
public final class ZaloSink implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** How it misbehaves once. */
    public enum Fault {
        NO_ZALO("{\"error\":-118,\"message\":\"Zalo account not existed\"}"),
        TEMPLATE_GONE("{\"error\":-132,\"message\":\"ZNS template not existed\"}"),
        TOKEN_GONE("{\"error\":-124,\"message\":\"Access token invalid\"}"),
        NO_ERROR("{}"),
        NO_JSON("<html>"),
        HTTP_503(""),
        TAKEN_SILENT("");

        private final String body;

        Fault(String body) {
            this.body = body;
        }
    }

    private final HttpServer server;
    private final Set<String> refreshable = ConcurrentHashMap.newKeySet();
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger left = new AtomicInteger(500);

    ZaloSink() {
        refreshable.add("refresh-token-of-the-start");
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v4/oa/access_token", this::renew);
        server.createContext("/message/template", this::message);
        server.createContext("/v3.0/oa/message/cs", this::message);
        server.start();
    }

    /** Takes the refresh token of the start once more. */
    void refreshable() {
        refreshable.add("refresh-token-of-the-start");
    }

    ZaloSettings settings() {
        String site = "http://localhost:" + server.getAddress().getPort();
        return new ZaloSettings(
                "4321",
                "bi-mat",
                "oa-bi-mat",
                URI.create(site + "/v4/oa/access_token"),
                URI.create(site + "/message/template"),
                URI.create(site + "/v3.0/oa/message/cs"));
    }

    public void fail(Fault... next) {
        faults.addAll(List.of(next));
    }

    void left(int messages) {
        left.set(messages);
    }

    /** Answers in chats to one of Zalo's ids of people. */
    public List<JsonNode> repliesTo(String user) {
        return messages.stream()
                .filter(sent ->
                        sent.path("recipient").path("user_id").asString("").equals(user))
                .toList();
    }

    List<JsonNode> messages() {
        return messages;
    }

    int renewals() {
        return renewals.get();
    }

    private void renew(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String token = URLDecoder.decode(form.replaceAll(".*refresh_token=([^&]*).*", "$1"), StandardCharsets.UTF_8);
        boolean right = "bi-mat".equals(exchange.getRequestHeaders().getFirst("secret_key"))
                && form.contains("app_id=4321")
                && form.contains("grant_type=refresh_token");
        LockSupport.parkNanos(50_000_000L);
        if (!right || !refreshable.remove(token)) {
            say(exchange, 200, "{\"error\":-14014,\"error_name\":\"Invalid refresh token\"}");
            return;
        }
        int number = renewals.incrementAndGet();
        refreshable.add("refresh-token-" + number + "-and-more");
        valid.clear();
        valid.add("access-" + number);
        say(
                exchange,
                200,
                "{\"access_token\":\"access-" + number + "\",\"refresh_token\":\"refresh-token-" + number
                        + "-and-more\",\"expires_in\":\"90000\"}");
    }

    private void message(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Fault fault = faults.poll();
        String access = exchange.getRequestHeaders().getFirst("access_token");
        if (access == null || !valid.contains(access)) fault = Fault.TOKEN_GONE;
        if (fault == Fault.TAKEN_SILENT) {
            messages.add(asked);
            LockSupport.parkNanos(2_000_000_000L);
            exchange.close();
        } else if (fault != null) say(exchange, fault == Fault.HTTP_503 ? 503 : 200, fault.body);
        else {
            messages.add(asked);
            int now = left.decrementAndGet();
            say(
                    exchange,
                    200,
                    "{\"error\":0,\"message\":\"Success\",\"data\":{\"msg_id\":\"zns" + messages.size()
                            + "\",\"sent_time\":\"1759983921893\",\"quota\":{\"dailyQuota\":\"500\",\"remainingQuota\":\""
                            + now + "\"}}}");
        }
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
