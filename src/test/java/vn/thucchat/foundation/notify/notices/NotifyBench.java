package vn.thucchat.foundation.notify.notices;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.ThucChat;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.delivery.Inbox;

/**
 * Run by {@code bench/notify}: how many messages a second are accepted, each by a commit of its own that a crash does not
 * undo, beside bare inserts of a row of the same width by as many clients on the same server, in turns; and how many reach
 * inboxes meanwhile.
 */
@NullMarked
final class NotifyBench {

    private static final Duration TURN = Duration.ofSeconds(Integer.getInteger("seconds", 10));
    private static final int TURNS = Integer.getInteger("turns", 3);
    private static final int CLIENTS = Integer.getInteger("clients", 16);
    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    private final JdbcClient jdbc;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final JdbcClient bare;

    private NotifyBench(ConfigurableApplicationContext application, DatabaseServer server) {
        jdbc = JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), server.owner(), server.ownerPassword()));
        bare = JdbcClient.create(application.getBean(DataSource.class));
        inbox = application.getBean(Inbox.class);
        transactions = application.getBean(TransactionTemplate.class);
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
                "--thucchat.data-dir=" + folder,
                "--thucchat.secret-key=" + KEY,
                "--thucchat.first-administrator.password=bench-only-password");
        new NotifyBench(application, server).run();
        application.close();
        server.close();
    }

    private void run() throws InterruptedException {
        jdbc.sql("""
                        CREATE TABLE public.bench_row (recipient text, id uuid PRIMARY KEY, payload text);
                        GRANT INSERT ON public.bench_row TO PUBLIC""").update();
        perSecond(this::accept);
        perSecond(this::insert);
        var accepted = new ArrayList<Double>();
        var inserted = new ArrayList<Double>();
        for (int turn = 0; turn < TURNS; turn++) {
            long stored = stored();
            accepted.add(perSecond(this::accept));
            System.out.printf(
                    Locale.ROOT,
                    "accepted %.0f messages/s; %.0f/s reached inboxes meanwhile%n",
                    accepted.getLast(),
                    (stored() - stored) / (double) TURN.toSeconds());
            inserted.add(perSecond(this::insert));
        }
        double ours = middle(accepted);
        double peer = middle(inserted);
        System.out.printf(
                Locale.ROOT,
                "%d clients, medians of %d turns of %d s: %.0f messages accepted a second, %.0f bare inserts; ratio %.2f%n",
                CLIENTS,
                TURNS,
                TURN.toSeconds(),
                ours,
                peer,
                ours / peer);
        System.out.println(ours >= 500 ? "at least 500 a second: yes" : "at least 500 a second: NO");
    }

    private void accept() {
        transactions.executeWithoutResult(
                _ -> inbox.send(UUID.randomUUID(), "work.chased", "work.digest", List.of("3", "0"), "/work", null));
    }

    private void insert() {
        bare.sql("INSERT INTO public.bench_row (recipient, id, payload) VALUES (:recipient, :id, :payload)")
                .param("recipient", UUID.randomUUID().toString())
                .param("id", UUID.randomUUID())
                .param("payload", """
                        {"kind":"work.chased","textKey":"work.digest","arguments":["3","0"],"link":"/work"}""")
                .update();
    }

    private static double perSecond(Runnable act) throws InterruptedException {
        var done = new AtomicLong();
        var ended = new CountDownLatch(CLIENTS);
        long begin = System.nanoTime();
        long end = begin + TURN.toNanos();
        for (int client = 0; client < CLIENTS; client++)
            Thread.ofPlatform().start(() -> {
                while (System.nanoTime() < end) {
                    act.run();
                    done.incrementAndGet();
                }
                ended.countDown();
            });
        ended.await();
        return done.get() / ((System.nanoTime() - begin) / 1e9);
    }

    private long stored() {
        return jdbc.sql("SELECT count(*) FROM delivery.inbox_message")
                .query(Long.class)
                .single();
    }

    private static double middle(List<Double> of) {
        return of.stream().sorted().toList().get(of.size() / 2);
    }
}
