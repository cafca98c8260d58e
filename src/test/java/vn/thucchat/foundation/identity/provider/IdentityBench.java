package vn.thucchat.foundation.identity.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.ThucChat;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.PaidStalls;

/**
 * Run by {@code bench/identity}: sign-ins by password and refreshes over HTTP, beside Spring's authorization server with
 * everything in memory ({@link BareProvider}), in turns in one process. Clients share the processors.
 */
@NullMarked
final class IdentityBench {

    static final String PASSWORD = "con-trau-cay-ruong";
    static final int PEOPLE = 200;

    private static final int CLIENTS = Integer.getInteger("clients", 8);
    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("seconds", 20));
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private IdentityBench() {}

    static void main() {
        try {
            bothInTurns();
        } catch (Exception e) {
            e.printStackTrace();
            // threads of what was started would keep the process
            System.exit(1);
        }
    }

    private static void bothInTurns() throws Exception {
        Path folder = Files.createTempDirectory("thucchat-bench");
        DatabaseServer server = DatabaseServer.fromEnvironment(Map.of("DATA_DIR", folder.toString()))
                .orElseThrow();
        server.springProperties().forEach(System::setProperty);
        var ours = (ServletWebServerApplicationContext) SpringApplication.run(
                ThucChat.class,
                "--thucchat.demo=false",
                "--server.port=0",
                "--logging.level.root=warn",
                "--thucchat.data-dir=" + folder,
                "--thucchat.secret-key=" + PaidStalls.KEY,
                "--thucchat.first-administrator.password=bench-only-password");
        for (int i = 0; i < PEOPLE; i++)
            ours.getBean(Accounts.class).ensure("bench" + i, "Người thử " + i, PASSWORD, false);
        var peer = BareProvider.start();
        String our = "http://localhost:" + port(ours);
        String their = "http://localhost:" + port(peer);
        beside("sign-ins", () -> signIn(our, "/sign-in"), () -> signIn(their, "/login"));
        var client = ClientProgram.registered(
                ours.getBean(Clients.class), port(ours), "bench", true, ClientProgram.terms(ClientProgram.PEOPLE));
        var tokens = new ArrayList<String>();
        for (int i = 0; i < CLIENTS; i++)
            tokens.add(client.tokens(new HttpVisitor(port(ours)).signedIn("bench" + i, PASSWORD))
                    .path("refresh_token")
                    .asString());
        String basic = ClientProgram.basic(client.id, Objects.requireNonNull(client.secret));
        beside(
                "refreshes",
                refreshing(our, basic, tokens),
                refreshing(
                        their,
                        ClientProgram.basic("bench", BareProvider.SECRET),
                        BareProvider.refreshTokens(peer, CLIENTS)));
        peer.close();
        ours.close();
        server.close();
    }

    private static int port(ServletWebServerApplicationContext application) {
        return Objects.requireNonNull(application.getWebServer()).getPort();
    }

    /** Several turns of both, after one to warm up; prints rates by processor and the middle of their ratios. */
    private static void beside(String what, Callable<?> ours, Callable<?> peers) throws Exception {
        int processors = Runtime.getRuntime().availableProcessors();
        load(ours);
        load(peers);
        var ratios = new ArrayList<Double>();
        for (int turn = 0; turn < TURNS; turn++) {
            double our = load(ours);
            double their = load(peers);
            ratios.add(our / their);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %.1f/s, %.1f/s a processor; bare %.1f/s; ratio %.2f%n",
                    what,
                    our,
                    our / processors,
                    their,
                    our / their);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, ratio, the middle of %d: %.2f%n",
                what,
                TURNS,
                ratios.stream().sorted().toList().get(TURNS / 2));
    }

    /** How many are done in a second by all clients together. */
    private static double load(Callable<?> once) throws Exception {
        var done = new AtomicLong();
        long from = System.nanoTime();
        long until = from + RUN.toNanos();
        var threads = new ArrayList<Thread>();
        var failure = new AtomicReference<@Nullable Exception>();
        for (int i = 0; i < CLIENTS; i++)
            threads.add(Thread.ofPlatform().name("client-" + i).start(() -> {
                try {
                    while (System.nanoTime() < until) {
                        once.call();
                        done.incrementAndGet();
                    }
                } catch (Exception e) {
                    failure.set(e);
                }
            }));
        for (Thread thread : threads) thread.join();
        Exception failed = failure.get();
        if (failed != null) throw failed;
        return done.get() / ((System.nanoTime() - from) / 1e9);
    }

    private static final AtomicInteger NEXT = new AtomicInteger();

    /** Opens the page and sends its form, as one of the people in turn. */
    private static @Nullable Void signIn(String base, String path) throws Exception {
        var page = HTTP.send(
                HttpRequest.newBuilder(URI.create(base + path))
                        .header("Accept", "text/html")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) throw new IllegalStateException("No form: " + page.statusCode());
        String body = "username=bench" + NEXT.getAndIncrement() % PEOPLE + "&password=" + PASSWORD + "&_csrf="
                + URLEncoder.encode(csrf.group(1), StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        List<String> cookies = page.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .toList();
        if (!cookies.isEmpty()) request.header("Cookie", String.join("; ", cookies));
        var answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding());
        String to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() / 100 != 3 || to.contains("error"))
            throw new IllegalStateException("Not signed in: " + answer.statusCode() + " " + to);
        return null;
    }

    /** Each refresh goes on with a token that an earlier one gave. */
    private static Callable<?> refreshing(String base, String basic, List<String> tokens) {
        var last = new ConcurrentLinkedQueue<>(tokens);
        return () -> {
            String token = Objects.requireNonNull(last.poll(), "a token");
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(base + "/oauth2/token"))
                            .header("Authorization", basic)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString("grant_type=refresh_token&refresh_token="
                                    + URLEncoder.encode(token, StandardCharsets.UTF_8)))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + answer.body());
            last.add(JSON.readTree(answer.body()).path("refresh_token").asString());
            return null;
        };
    }
}
