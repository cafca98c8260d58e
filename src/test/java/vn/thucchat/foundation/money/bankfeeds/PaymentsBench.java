package vn.thucchat.foundation.money.bankfeeds;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import vn.thucchat.ThucChat;
import vn.thucchat.economy.market.till.ScreensBench;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.testing.PaidStalls;
import vn.thucchat.testing.TestTime;

/**
 * Run by {@code bench/payments}: signed notifications over HTTP into a whole application, each answered after its
 * commit, beside pgbench on the same server with the same number of clients.
 */
@NullMarked
final class PaymentsBench {

    private static final int STALLS = 2_150;
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("seconds", 20));
    private static final int CLIENTS = Integer.getInteger("clients", 64);
    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final int SCREENS = 2_000;
    private static final long FEW = 10_000;
    private static final AtomicLong NUMBER = new AtomicLong(1_000);

    private final DatabaseServer server;
    private final JdbcClient jdbc;
    private final int port;
    /** By amount, which tells the payments of this run apart, when it was acknowledged. */
    private final Map<Long, Long> acknowledged = new ConcurrentHashMap<>();

    private PaymentsBench(ServletWebServerApplicationContext application, DatabaseServer server) {
        this.server = server;
        // as the owner of the tables, who may write what the application may not
        this.jdbc = JdbcClient.create(
                new DriverManagerDataSource(server.jdbcUrl(), server.owner(), server.ownerPassword()));
        this.port = java.util.Objects.requireNonNull(application.getWebServer()).getPort();
    }

    static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("thucchat-bench");
        DatabaseServer server = DatabaseServer.fromEnvironment(Map.of("DATA_DIR", folder.toString()))
                .orElseThrow();
        server.springProperties().forEach(System::setProperty);
        var application = (ServletWebServerApplicationContext) SpringApplication.run(
                ThucChat.class,
                "--thucchat.demo=false",
                "--server.port=0",
                "--logging.level.root=warn",
                "--thucchat.data-dir=" + folder,
                "--thucchat.secret-key=" + PaidStalls.KEY,
                "--thucchat.first-administrator.password=bench-only-password");
        var bench = new PaymentsBench(application, server);
        PaidStalls.insert(bench.jdbc, STALLS);
        bench.store(FEW);
        for (int i = 0; i < 2; i++) bench.load("warm-up", CLIENTS, 0, RUN);
        Beside few = bench.besidePgbench(args[0]);
        long stored = Long.getLong("stored", FEW);
        if (stored > FEW) {
            bench.store(stored - FEW);
            bench.load("warm-up", CLIENTS, 0, RUN);
            Beside many = bench.besidePgbench(args[0]);
            System.out.printf(
                    Locale.ROOT,
                    "with %d stored: %.2f of the rate with %d, %.2f of its ratio%n",
                    stored,
                    many.rate() / few.rate(),
                    FEW,
                    many.ratio() / few.ratio());
        }
        double half = few.peer() / 2;
        bench.pgbench(args[0], half);
        bench.settle();
        bench.load("half", CLIENTS, half, RUN);
        try (var screens = ScreensBench.open(application, bench.jdbc, SCREENS, bench.acknowledged)) {
            bench.settle();
            bench.load("half, with " + SCREENS + " screens open", CLIENTS, half, RUN);
            screens.report();
        }
        bench.figuresFollow();
        memory();
        application.close();
        server.close();
    }

    /**
     * Several turns beside the peer's: of each the middle one.
     *
     * @param rate acknowledged in a second
     * @param peer the peer's transactions in a second
     * @param ratio of the two in one turn
     */
    private record Beside(double rate, double peer, double ratio) {}

    /** In turns, so that a disk that is slow for a while is slow for both. */
    private Beside besidePgbench(String pgbench) throws Exception {
        var rates = new ArrayList<Double>();
        var ratios = new ArrayList<Double>();
        var peers = new ArrayList<Double>(List.of(pgbench(pgbench, 0)));
        for (int turn = 0; turn < TURNS; turn++) {
            double rate = load("full", CLIENTS, 0, RUN);
            peers.add(pgbench(pgbench, 0));
            double peer = (peers.get(turn) + peers.get(turn + 1)) / 2;
            rates.add(rate);
            ratios.add(rate / peer);
            System.out.printf(
                    Locale.ROOT,
                    "ratio: %.2f  (notifications %.0f/s, pgbench %.0f and %.0f tps, %d clients)%n",
                    rate / peer,
                    rate,
                    peers.get(turn),
                    peers.get(turn + 1),
                    CLIENTS);
        }
        var beside = new Beside(middle(rates), middle(peers), middle(ratios));
        System.out.printf(Locale.ROOT, "ratio, the middle of %d: %.2f%n", TURNS, beside.ratio());
        return beside;
    }

    private static double middle(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    /** Payments of the past, until the figures have them too. */
    private void store(long payments) throws InterruptedException {
        PaidStalls.store(jdbc, payments);
        figuresFollow();
        jdbc.sql("CHECKPOINT").update();
        System.out.printf("%d payments stored%n", stored());
    }

    /**
     * @param perSecond over all clients; 0: as many as go
     * @return acknowledged in a second
     */
    private double load(String name, int clients, double perSecond, Duration length) throws Exception {
        var latencies = new ConcurrentLinkedQueue<long[]>();
        long begin = System.nanoTime();
        long end = begin + length.toNanos();
        long before = stored();
        long pages = wholePages();
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < clients; i++) {
            double pause = perSecond == 0 ? 0 : clients / perSecond * 1e9;
            long first = begin + (long) (pause * i / clients);
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    latencies.add(client(first, pause, end));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (Thread thread : threads) thread.join();
        double seconds = (System.nanoTime() - begin) / 1e9;
        long[] all = latencies.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        long stored = stored() - before;
        if (stored != all.length) throw new IllegalStateException(all.length + " acknowledged, stored " + stored);
        System.out.printf(
                Locale.ROOT,
                "%s: %.0f/s, p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d whole pages logged%n",
                name,
                all.length / seconds,
                all[all.length / 2] / 1e6,
                all[(int) (all.length * 0.99)] / 1e6,
                all[all.length - 1] / 1e6,
                wholePages() - pages);
        return all.length / seconds;
    }

    /** What a page's first change after a checkpoint costs: eight kilobytes in the log. */
    private long wholePages() {
        return jdbc.sql("SELECT wal_fpi FROM pg_stat_wal").query(Long.class).single();
    }

    private long stored() {
        return jdbc.sql("SELECT sum(last) FROM payments.movement_count")
                .query(Long.class)
                .single();
    }

    private long[] client(long first, double pause, long end) throws IOException {
        long[] latencies = new long[1 << 12];
        int count = 0;
        double next = first;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            InputStream in = new BufferedInputStream(socket.getInputStream(), 8_192);
            while (System.nanoTime() < end) {
                long number = NUMBER.getAndIncrement();
                byte[] request = request(number);
                // behind time: a server that is slow is still measured from when it should have been asked
                long due = pause == 0 ? System.nanoTime() : (long) next;
                while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
                next += pause;
                out.write(request);
                answer(in);
                if (pause > 0) acknowledged.put(number, System.nanoTime());
                if (count == latencies.length) latencies = Arrays.copyOf(latencies, 2 * count);
                latencies[count++] = System.nanoTime() - due;
            }
        }
        return Arrays.copyOf(latencies, count);
    }

    private static byte[] request(long number) {
        String body = "{\"id\":" + number + ",\"gateway\":\"Vietcombank\",\"transactionDate\":\""
                + TestTime.local().toString().substring(0, 19).replace('T', ' ')
                + "\",\"accountNumber\":\"" + PaidStalls.account(number * 7 % STALLS)
                + "\",\"code\":null,\"content\":\"MBVCB.3278907687.chuyen tien mua hang\",\"transferType\":\"in\","
                + "\"transferAmount\":" + number
                + ",\"accumulated\":19077000,\"subAccount\":null,\"referenceCode\":\"FT26" + number + "\"}";
        String time = Long.toString(TestTime.now().getEpochSecond());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature =
                HmacVerifier.hmac("HmacSHA256", Teller.SECRET, (time + ".").getBytes(StandardCharsets.US_ASCII), bytes);
        return ("POST /api/v1/payments/notifications/" + PaidStalls.CONNECTION + " HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Type: application/json\r\nX-SePay-Timestamp: " + time
                        + "\r\nX-SePay-Signature: sha256=" + signature + "\r\nContent-Length: " + bytes.length
                        + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Until nothing of the runs before is left to do, pgbench's pages that the disk still has to write included. */
    private void settle() throws InterruptedException {
        figuresFollow();
        jdbc.sql("DROP DATABASE IF EXISTS pgbench").update();
        jdbc.sql("CHECKPOINT").update();
        Thread.sleep(10_000);
    }

    /** How long the roll-ups take until every payment is in the figures. */
    private void figuresFollow() throws InterruptedException {
        long begin = System.nanoTime();
        long facts = jdbc.sql("SELECT count(*) FROM facts.fact WHERE kind = 'market.payment-received'")
                .query(Long.class)
                .single();
        while (jdbc.sql("SELECT coalesce(sum(count), 0) FROM rollups.roll_up WHERE kind = 'market.payment-received'"
                                + " AND grain = 'D'")
                        .query(Long.class)
                        .single()
                < facts) Thread.sleep(50);
        System.out.printf(
                Locale.ROOT,
                "figures: %d payments counted %.1f s after the last%n",
                facts,
                (System.nanoTime() - begin) / 1e9);
    }

    private static void memory() throws IOException {
        System.gc();
        long heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        String resident = Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .findFirst()
                .orElse("");
        System.out.printf(
                "memory: %d MB of heap in use, %s (clients included)%n", heap >> 20, resident.replaceAll("\\s+", " "));
    }

    /** Reads one answer, which must be 200 with its length told. */
    private static void answer(InputStream in) throws IOException {
        String status = line(in);
        if (!status.contains(" 200")) throw new IOException(status);
        int length = -1;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String low = header.toLowerCase(Locale.ROOT);
            if (low.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            if (low.startsWith("transfer-encoding:")) chunked = true;
        }
        if (chunked) {
            while (true) {
                int size = Integer.parseInt(line(in), 16);
                in.readNBytes(size);
                line(in);
                if (size == 0) return;
            }
        }
        in.readNBytes(length);
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new IOException("The server hung up");
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    /**
     * @param perSecond how many transactions are begun in a second; 0: as many as go
     * @return transactions in a second
     */
    private double pgbench(String program, double perSecond) throws Exception {
        String url = server.jdbcUrl();
        var where = java.net.URI.create(url.substring("jdbc:".length()).replaceFirst("\\?.*", ""));
        var common =
                List.of(program, "-h", where.getHost(), "-p", Integer.toString(where.getPort()), "-U", server.owner());
        if (jdbc.sql("SELECT count(*) FROM pg_database WHERE datname = 'pgbench'")
                        .query(Integer.class)
                        .single()
                == 0) {
            jdbc.sql("CREATE DATABASE pgbench").update();
            run(common, List.of("-i", "-q", "-s", "50", "pgbench"));
        }
        Path log = Files.createTempDirectory("pgbench");
        var arguments = new ArrayList<>(List.of("-M", "prepared", "-n", "-j", "2"));
        arguments.addAll(List.of("-c", Integer.toString(CLIENTS), "-T", Long.toString(RUN.toSeconds())));
        if (perSecond > 0)
            arguments.addAll(
                    List.of("-R", Double.toString(perSecond), "-l", "--log-prefix=" + log.resolve("transactions")));
        arguments.add("pgbench");
        String said = run(common, arguments);
        if (perSecond > 0) latencies(log);
        return said.lines()
                .filter(line -> line.startsWith("tps = "))
                .mapToDouble(line -> Double.parseDouble(line.split(" ", -1)[2]))
                .findFirst()
                .orElseThrow();
    }

    /** Of its transactions, from when each should have begun: the third field, in microseconds. */
    private static void latencies(Path log) throws IOException {
        var all = new ArrayList<Long>();
        try (var files = Files.list(log)) {
            for (Path file : files.toList())
                for (String line : Files.readAllLines(file)) all.add(Long.parseLong(line.split(" ", -1)[2]));
        }
        all.sort(null);
        System.out.printf(
                Locale.ROOT,
                "pgbench at half of its rate: p50 %.1f ms, p99 %.1f ms, max %.1f ms%n",
                all.get(all.size() / 2) / 1e3,
                all.get((int) (all.size() * 0.99)) / 1e3,
                all.getLast() / 1e3);
    }

    private String run(List<String> program, List<String> arguments) throws Exception {
        var command = new ArrayList<>(program);
        command.addAll(arguments);
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("PGPASSWORD", server.ownerPassword());
        var process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) throw new IllegalStateException(said);
        return said;
    }
}
