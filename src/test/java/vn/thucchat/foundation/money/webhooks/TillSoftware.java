package vn.thucchat.foundation.money.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullMarked;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A trader's own software: listens, checks each signature by itself, as the specification tells the receiver to, and
 * answers what the test wants it to.
 */
@NullMarked
public final class TillSoftware implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();

    /** @param genuine whether one of its signatures was made with the secret that the software knows */
    public record Message(String id, String signatures, boolean genuine, JsonNode body) {

        public long amountVnd() {
            return body.path("data").path("amountVnd").asLong();
        }
    }

    private final HttpServer server;
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> moreHeaders = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile Duration slowness = Duration.ZERO;
    private volatile String secret = "";

    public TillSoftware() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort() + "/paid?shop=1";
    }

    public TillSoftware knowing(String secret) {
        this.secret = secret;
        return this;
    }

    public void answer(int status) {
        this.status = status;
    }

    /** Sends also these, by turns a name and a value. */
    public void answer(int status, String... headers) {
        moreHeaders.clear();
        moreHeaders.addAll(List.of(headers));
        this.status = status;
    }

    public void slow(Duration slowness) {
        this.slowness = slowness;
    }

    /** All that came, doubles too. */
    public List<Message> messages() {
        return List.copyOf(messages);
    }

    /** What was paid, as it understands it: what comes again counts once. */
    public List<Long> amounts() {
        var amounts = new ArrayList<Long>();
        Set<String> seen = new HashSet<>();
        for (Message message : messages) if (seen.add(message.id())) amounts.add(message.amountVnd());
        return amounts;
    }

    public void waitFor(int count) {
        until(() -> messages.size() >= count);
        assertThat(messages).hasSizeGreaterThanOrEqualTo(count);
    }

    public static void until(BooleanSupplier reached) {
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (!reached.getAsBoolean() && System.nanoTime() < end) LockSupport.parkNanos(10_000_000);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        String id = headers.getFirst("webhook-id");
        String signatures = headers.getFirst("webhook-signature");
        LockSupport.parkNanos(slowness.toNanos());
        messages.add(new Message(
                id,
                signatures,
                genuine(signatures, id + "." + headers.getFirst("webhook-timestamp") + "." + body),
                JSON.readTree(body)));
        for (int i = 0; i < moreHeaders.size(); i += 2)
            exchange.getResponseHeaders().set(moreHeaders.get(i), moreHeaders.get(i + 1));
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private boolean genuine(String signatures, String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String mine =
                    "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
            return List.of(signatures.split(" ", -1)).contains(mine);
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
