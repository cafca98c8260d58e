package vn.thucchat.foundation.identity.provider;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Run by {@code bench/identity}: sign-ins by password and refreshes over HTTP, beside Spring's authorization server with
 * everything in memory ({@link BareProvider}), in turns, each server in a process of its own ({@link BenchServer}). Both hash
 * passwords by Argon2id of 7 MiB and five passes. Clients share the processors and the clock feels them; the seconds of
 * processor are those of the server's JVM and its PostgreSQL alone.
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
        try (BenchServer ours = BenchServer.start("ours", CLIENTS);
                BenchServer bare = BenchServer.start("bare", CLIENTS)) {
            beside(
                    "sign-ins",
                    new Side(ours, () -> signIn(ours.address(), "/sign-in")),
                    new Side(bare, () -> signIn(bare.address(), "/login")));
            beside("refreshes", new Side(ours, refreshing(ours)), new Side(bare, refreshing(bare)));
        }
    }

    /** A server, and what is asked of it again and again. */
    private record Side(BenchServer server, Callable<?> once) {}

    /** Of one turn: how many by the clock, and seconds of processor that each took in the server's JVM and in PostgreSQL. */
    private record Turn(double perSecond, double jvm, double database) {

        double perProcessorSecond() {
            return 1 / (jvm + database);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.1f/s, %.1f a second of processor (%.2f ms JVM, %.2f ms PostgreSQL)",
                    perSecond,
                    perProcessorSecond(),
                    jvm * 1e3,
                    database * 1e3);
        }
    }

    /** Several turns of both, after one to warm up; prints each, and the middle of their ratios. */
    private static void beside(String what, Side ours, Side bare) throws Exception {
        turn(ours);
        turn(bare);
        var byClock = new ArrayList<Double>();
        var byProcessor = new ArrayList<Double>();
        for (int i = 0; i < TURNS; i++) {
            Turn our = turn(ours);
            Turn their = turn(bare);
            byClock.add(our.perSecond() / their.perSecond());
            byProcessor.add(our.perProcessorSecond() / their.perProcessorSecond());
            System.out.println(what + ": " + our + "; bare " + their);
        }
        System.out.printf(
                Locale.ROOT,
                "%s, ratio, the middle of %d: %.2f by the clock, %.2f by processor%n",
                what,
                TURNS,
                middle(byClock),
                middle(byProcessor));
    }

    private static double middle(List<Double> ratios) {
        return ratios.stream().sorted().toList().get(TURNS / 2);
    }

    private static Turn turn(Side side) throws Exception {
        double jvm = side.server().jvmSeconds();
        double database = side.server().databaseSeconds();
        long from = System.nanoTime();
        long done = load(side.once());
        double seconds = (System.nanoTime() - from) / 1e9;
        return new Turn(
                done / seconds,
                (side.server().jvmSeconds() - jvm) / done,
                (side.server().databaseSeconds() - database) / done);
    }

    /** How many all clients together do in the time of a turn. */
    private static long load(Callable<?> once) throws Exception {
        var done = new AtomicLong();
        long until = System.nanoTime() + RUN.toNanos();
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
        return done.get();
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
        if (!csrf.find()) throw new IllegalStateException("No form: " + page.statusCode() + " " + page.body());
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
    private static Callable<?> refreshing(BenchServer server) {
        var last = new ConcurrentLinkedQueue<>(server.ready().refreshTokens());
        return () -> {
            String token = Objects.requireNonNull(last.poll(), "a token");
            var answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(server.address() + "/oauth2/token"))
                            .header("Authorization", server.ready().basic())
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
