package vn.thucchat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** A trader's phone in another process's market: signs in once, and whenever its stream breaks, goes on where it was. */
@NullMarked
final class Phone {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .build();
    private final String base;
    private final String stream;
    private final List<UUID> heard = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean open = true;
    private int connections;

    /** @param from the event to go on from */
    Phone(int port, String username, String password, UUID stall, String from) throws Exception {
        base = "http://localhost:" + port;
        stream = base + "/market/stalls/" + stall + "/payments";
        var form = client.send(request(base + "/sign-in").build(), HttpResponse.BodyHandlers.ofString());
        var csrf = CSRF.matcher(form.body());
        if (!csrf.find()) throw new IOException("No form to sign in");
        var answer = client.send(
                request(base + "/sign-in")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("_csrf=" + encode(csrf.group(1)) + "&username="
                                + encode(username) + "&password=" + encode(password)))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() / 100 != 3) throw new IOException("Not signed in: " + answer.statusCode());
        thread = Thread.ofVirtual().start(() -> listen(from));
    }

    private void listen(String from) {
        String last = from;
        while (open) {
            try {
                var answer = client.send(
                        request(stream).header("Last-Event-ID", last).build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                    if (answer.statusCode() == 200) connections++;
                    String id = last;
                    for (@Nullable String line = lines.readLine(); line != null; line = lines.readLine()) {
                        if (line.startsWith("id: ")) id = line.substring(4);
                        var payment = ID.matcher(line);
                        if (line.startsWith("data: ") && payment.find()) {
                            heard.add(UUID.fromString(payment.group(1)));
                            last = id;
                        }
                    }
                }
            } catch (IOException lost) {
                // goes on below
            } catch (InterruptedException e) {
                return;
            }
            LockSupport.parkNanos(50_000_000);
        }
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The payments, as they were told. */
    List<UUID> heard() {
        return heard;
    }

    /** How often a stream was opened. */
    int connections() {
        return connections;
    }

    void hangUp() throws InterruptedException {
        open = false;
        thread.interrupt();
        thread.join(5_000);
        client.shutdownNow();
    }
}
