package vn.thucchat.foundation.notify.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A gateway for text messages by HTTP, in the form that eSMS publishes; misbehaves towards a number when it is told to. */
@NullMarked
public final class SmsHttpSink implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** How it misbehaves once. */
    public enum Fault {
        CODE_99("{\"CodeResult\":\"99\",\"ErrorMessage\":\"Invalid request\"}"),
        CODE_101("{\"CodeResult\":\"101\",\"ErrorMessage\":\"Authorize Failed\"}"),
        CODE_103("{\"CodeResult\":\"103\",\"ErrorMessage\":\"Balance not enough\"}"),
        CODE_146("{\"CodeResult\":\"146\",\"ErrorMessage\":\"Sai template Brandname CSKH\"}"),
        CODE_UNHEARD_OF("{\"CodeResult\":\"9001\"}"),
        HTTP_429(""),
        HTTP_503(""),
        NO_JSON("<html>Bad gateway</html>"),
        /** The message is taken, and no answer comes. */
        TAKEN_SILENT(""),
        /** The message is taken, and the connection cut. */
        TAKEN_CUT("");

        private final String body;

        Fault(String body) {
            this.body = body;
        }
    }

    /** A message that was taken. */
    public record Text(String id, String to, String content, String unicode, String brand, String callback) {}

    private final HttpServer server;
    private final Map<String, Queue<Fault>> faults = new ConcurrentHashMap<>();
    private final List<Text> texts = new CopyOnWriteArrayList<>();

    public SmsHttpSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/send", this::answer);
        server.start();
    }

    /** The address with a key, as an installation names it. */
    public String url() {
        return "http://khoa:bi%40mat@localhost:" + server.getAddress().getPort() + "/send";
    }

    /** Misbehaves once towards {@code 84912345678}, in the order of the faults. */
    public void fail(String number, Fault... next) {
        faults.computeIfAbsent(number, _ -> new ConcurrentLinkedQueue<>()).addAll(List.of(next));
    }

    public List<Text> to(String number) {
        return texts.stream().filter(text -> text.to().equals(number)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        JsonNode asked = JSON.readTree(exchange.getRequestBody().readAllBytes());
        var text = new Text(
                asked.path("RequestId").asString(),
                asked.path("Phone").asString(),
                asked.path("Content").asString(),
                asked.path("IsUnicode").asString(),
                asked.path("Brandname").asString(),
                asked.path("CallbackUrl").asString());
        Fault fault =
                faults.getOrDefault(text.to(), new ConcurrentLinkedQueue<>()).poll();
        if (!asked.path("ApiKey").asString().equals("khoa")
                || !asked.path("SecretKey").asString().equals("bi@mat")) fault = Fault.CODE_101;
        if (fault == Fault.TAKEN_SILENT || fault == Fault.TAKEN_CUT) {
            texts.add(text);
            if (fault == Fault.TAKEN_SILENT) LockSupport.parkNanos(3_000_000_000L);
            exchange.close();
            return;
        }
        if (fault != null) {
            if (fault == Fault.HTTP_429) exchange.getResponseHeaders().set("Retry-After", "7");
            say(exchange, fault == Fault.HTTP_429 ? 429 : fault == Fault.HTTP_503 ? 503 : 200, fault.body);
            return;
        }
        if (texts.stream().anyMatch(taken -> taken.id().equals(text.id()))) {
            say(exchange, 200, "{\"CodeResult\":\"124\",\"ErrorMessage\":\"Request exist 1\",\"SendStatus\":\"5\"}");
            return;
        }
        texts.add(text);
        say(exchange, 200, "{\"CodeResult\":\"100\",\"CountRegenerate\":0,\"SMSID\":\"sms-" + text.id() + "\"}");
    }

    private static void say(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
