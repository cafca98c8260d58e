package vn.thucchat.foundation.money.webhooks;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.thucchat.ThucChat;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.bankfeeds.Notifications;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.PaidStalls;

/**
 * Run by {@code bench/webhooks}: how long healthy receivers wait for a payment that the bank was answered for, while all
 * are healthy, and while others are dead or never answer; and what sending costs where nobody listens.
 */
@NullMarked
final class WebhooksBench {

    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("seconds", 30));
    private static final int PER_SECOND = Integer.getInteger("rate", 200);
    private static final int HOOKS = Integer.getInteger("hooks", 500);
    private static final int CLIENTS = 32;

    private final JdbcClient jdbc;
    private final Notifications notifications;
    private final Webhooks webhooks;
    private final BenchReceivers receivers = new BenchReceivers();
    private final AtomicLong amount = new AtomicLong(1_000);
    /** By amount, which tells the payments of this run apart, when the bank was answered. */
    private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

    private int accounts;

    private WebhooksBench(ConfigurableApplicationContext application, DatabaseServer server)
            throws java.io.IOException {
        // as the owner of the tables, who may write what the application may not
        jdbc = JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.owner(), server.ownerPassword()));
        notifications = application.getBean(Notifications.class);
        webhooks = application.getBean(Webhooks.class);
    }

    static void main() throws Exception {
        Path folder = Files.createTempDirectory("thucchat-bench");
        DatabaseServer server = DatabaseServer.fromEnvironment(Map.of("DATA_DIR", folder.toString()))
                .orElseThrow();
        server.springProperties().forEach(System::setProperty);
        var application = SpringApplication.run(
                ThucChat.class,
                "--thucchat.demo=false",
                "--server.port=0",
                "--logging.level.root=warn",
                "--thucchat.webhooks.private-addresses=true",
                "--thucchat.data-dir=" + folder,
                "--thucchat.secret-key=" + PaidStalls.KEY,
                "--thucchat.first-administrator.password=bench-only-password");
        var bench = new WebhooksBench(application, server);
        PaidStalls.insert(bench.jdbc, 8 * HOOKS);
        bench.nobodyListens("warm-up", 0);
        bench.nobodyListens("no webhooks at all, as many payments as go", 0);
        bench.nobodyListens("no webhooks at all, " + PER_SECOND + " payments a second", PER_SECOND);
        bench.told("warm-up", HOOKS, 0, 0);
        double alone = bench.told("all healthy", HOOKS, 0, 0);
        double beside = bench.told("a fifth dead or silent", HOOKS - HOOKS / 5, HOOKS / 10, HOOKS / 5 - HOOKS / 10);
        double crowded = bench.told("twice as many silent as healthy", HOOKS, 0, 2 * HOOKS);
        System.out.printf(
                Locale.ROOT,
                "ratio of p99 to all healthy: %.2f with a fifth dead or silent, %.2f with twice as many silent%n",
                beside / alone,
                crowded / alone);
        bench.receivers.close();
        application.close();
        server.close();
    }

    /** How often the sender asks, by the scans of its table, and how long its thread computes. */
    private void nobodyListens(String name, int perSecond) throws InterruptedException {
        long scans = scans();
        long cpu = senderNanos();
        long begin = System.nanoTime();
        long paid = pay(0, HOOKS, perSecond).size();
        double seconds = (System.nanoTime() - begin) / 1e9;
        Thread.sleep(2_000);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f payments/s; the sender looked into its table %.1f times a second and took %.2f %% of a processor%n",
                name,
                paid / seconds,
                (scans() - scans) / seconds,
                (senderNanos() - cpu) / seconds / 1e7);
    }

    private long scans() {
        return jdbc.sql("SELECT seq_scan + idx_scan FROM pg_stat_user_tables WHERE schemaname = 'payments'"
                        + " AND relname = 'webhook'")
                .query(Long.class)
                .single();
    }

    private static long senderNanos() {
        var threads = java.lang.management.ManagementFactory.getThreadMXBean();
        for (long id : threads.getAllThreadIds()) {
            var thread = threads.getThreadInfo(id);
            if (thread != null && thread.getThreadName().equals("webhooks")) return threads.getThreadCpuTime(id);
        }
        throw new IllegalStateException("No sender");
    }

    /** @return the 99th percentile of how long healthy receivers waited, in ms */
    private double told(String name, int healthy, int dead, int silent) throws InterruptedException {
        int first = accounts;
        int count = healthy + dead + silent;
        accounts += count;
        for (int i = 0; i < count; i++) {
            int account = number(first + i);
            String url = i % count < healthy
                    ? receivers.healthy(account)
                    : i < healthy + dead ? receivers.dead(account) : receivers.silent(account);
            if (!(webhooks.add(Persons.a(MarketRoles.TRADER, "05443"), account, url) instanceof Webhooks.Adding.Added))
                throw new IllegalStateException("Not added: " + url);
        }
        Map<Long, Integer> paid = pay(first, count, PER_SECOND);
        // the silent ones hang for fifteen seconds, and again five seconds later
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (missing(paid, first, healthy) > 0 && System.nanoTime() < end) Thread.sleep(100);
        report(name, paid, first, healthy);
        for (int i = 0; i < count; i++)
            for (Webhook webhook : webhooks.of(List.of(number(first + i))))
                webhooks.end(Persons.a(MarketRoles.TRADER, "05443"), webhook);
        return percentile(waits(first, healthy), 0.99);
    }

    private void report(String name, Map<Long, Integer> paid, int first, int healthy) {
        long messages = 0;
        long twice = 0;
        long outOfOrder = 0;
        for (int i = first; i < first + healthy; i++) {
            long last = 0;
            var seen = new HashSet<Long>();
            for (var one : receivers.arrived(number(i))) {
                messages++;
                if (!seen.add(one.number())) twice++;
                else if (one.number() < last) outOfOrder++;
                last = Math.max(last, one.number());
            }
        }
        List<Double> waits = waits(first, healthy);
        System.out.printf(
                Locale.ROOT,
                "%s: %d payments, %d messages to %d healthy receivers, %d missing, %d twice, %d out of order;"
                        + " p50 %.0f ms, p99 %.0f ms, max %.0f ms after the bank was answered%n",
                name,
                paid.size(),
                messages,
                healthy,
                missing(paid, first, healthy),
                twice,
                outOfOrder,
                percentile(waits, 0.5),
                percentile(waits, 0.99),
                percentile(waits, 1));
    }

    private long missing(Map<Long, Integer> paid, int first, int healthy) {
        var amounts = new HashSet<Long>();
        for (int i = first; i < first + healthy; i++)
            for (var one : receivers.arrived(number(i))) amounts.add(one.amountVnd());
        return paid.entrySet().stream()
                .filter(payment -> payment.getValue() < first + healthy && !amounts.contains(payment.getKey()))
                .count();
    }

    private List<Double> waits(int first, int healthy) {
        var waits = new ArrayList<Double>();
        for (int i = first; i < first + healthy; i++)
            for (var one : receivers.arrived(number(i)))
                waits.add(Math.max(0, one.nanos() - acknowledged.getOrDefault(one.amountVnd(), one.nanos())) / 1e6);
        waits.sort(null);
        return waits;
    }

    private static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
    }

    /**
     * From as many threads as a bank's messengers may have.
     *
     * @param perSecond over all; 0: as many as go
     * @return by amount, on which of the accounts
     */
    private Map<Long, Integer> pay(int first, int count, int perSecond) throws InterruptedException {
        var paid = new ConcurrentHashMap<Long, Integer>();
        long begin = System.nanoTime();
        var threads = new ArrayList<Thread>();
        for (int c = 0; c < CLIENTS; c++) {
            double pause = perSecond == 0 ? 0 : CLIENTS * 1e9 / perSecond;
            long offset = (long) (pause * c / CLIENTS);
            threads.add(Thread.ofPlatform().start(() -> {
                double next = begin + offset;
                while (System.nanoTime() - begin < RUN.toNanos()) {
                    while (System.nanoTime() < next) LockSupport.parkNanos((long) next - System.nanoTime());
                    next += pause;
                    long vnd = amount.incrementAndGet();
                    int account = first + (int) (vnd % count);
                    pay(account, vnd);
                    paid.put(vnd, account);
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        return paid;
    }

    private void pay(int account, long vnd) {
        Teller teller = Teller.sepay(PaidStalls.account(account)).amount(vnd);
        String body = teller.body();
        var receipt =
                notifications.take(PaidStalls.CONNECTION, teller.headers(body), body.getBytes(StandardCharsets.UTF_8));
        if (!(receipt instanceof Notifications.Receipt.Taken)) throw new IllegalStateException("Not taken: " + receipt);
        acknowledged.put(vnd, System.nanoTime());
    }

    /** Ours of the account: rows are inserted in the order of their numbers at the bank. */
    private static int number(int account) {
        return account + 1;
    }
}
