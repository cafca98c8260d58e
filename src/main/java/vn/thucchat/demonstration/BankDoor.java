package vn.thucchat.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Where banks knock: the platform's own front door, over HTTP. There is none in tests without a server. */
@Component
class BankDoor {

    /** The more wait together, the more are stored in one transaction. */
    private static final int AT_ONCE = 48;

    private final ApplicationContext application;
    private final String host;

    BankDoor(ApplicationContext application, @Value("${server.address:}") String address) {
        this.application = application;
        // where the platform listens at one address only, localhost may be another
        this.host = address.isBlank() || address.equals("0.0.0.0") || address.contains(":") ? "localhost" : address;
    }

    boolean open() {
        return port() > 0;
    }

    /** Several at once, each signed when it is sent: an old signature is refused. */
    <T> void send(List<T> payments, Function<T, BankMessage> message) throws InterruptedException, IOException {
        if (payments.isEmpty() || !open()) return;
        try (var client = HttpClient.newHttpClient();
                var threads =
                        Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory())) {
            var sendings = new ArrayList<Callable<Integer>>();
            for (T payment : payments)
                sendings.add(() -> client.send(request(message.apply(payment)), HttpResponse.BodyHandlers.discarding())
                        .statusCode());
            for (Future<Integer> sent : threads.invokeAll(sendings))
                if (sent.get() != 200) throw new IOException("A payment was answered with " + sent.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private HttpRequest request(BankMessage message) {
        var request = HttpRequest.newBuilder(URI.create(
                        "http://" + host + ":" + port() + "/api/v1/payments/notifications/" + message.connection()))
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(message.body()));
        message.headers().forEach(request::header);
        return request.build();
    }

    private int port() {
        return application instanceof ServletWebServerApplicationContext web && web.getWebServer() != null
                ? web.getWebServer().getPort()
                : 0;
    }
}
