package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.thucchat.foundation.database.ApplicationRole;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.testing.PaidStalls;
import vn.thucchat.testing.PlatformProcess;
import vn.thucchat.testing.TestDatabase;

/**
 * Under load, processes and the database are killed at random moments, once on every commit and many times at night
 * ({@code -Dkills=50} for a long run): what was acknowledged is there exactly once, numbers have no gap, the books
 * balance, figures equal a recount.
 */
@NullMarked
class PaymentCrashTests {

    private static final int STALLS = 20;
    private static final String TRADER = "tieuthuong";
    private static final String PASSWORD = "a password of the tests";
    private static final int KILLS = Integer.getInteger("kills", 24);

    private final Random random = new Random(20260808);
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private volatile boolean loading = true;

    @Test
    void a_killed_application_and_a_killed_database_lose_and_double_nothing(@TempDir Path folder) throws Exception {
        kill(2, folder);
    }

    @Test
    @Tag("nightly")
    void many_killed_applications_and_databases_lose_and_double_nothing(@TempDir Path folder) throws Exception {
        kill(KILLS, folder);
    }

    private void kill(int times, Path folder) throws Exception {
        int port = PlatformProcess.freePort();
        Map<String, String> embedded = Map.of("DATA_DIR", folder.toString());
        PlatformProcess application = start(port, embedded);
        JdbcClient jdbc = PlatformProcess.database(folder);
        prepare(jdbc);
        UUID stall = trader(jdbc);
        var phone = new Phone(port, TRADER, PASSWORD, stall, heard(jdbc) + "-0");
        List<Thread> load = load(List.of(port));
        for (int kill = 0; kill < times; kill++) {
            Thread.sleep(1_000 + random.nextInt(2_000));
            if (kill % 3 == 1) {
                PlatformProcess.killPostgres(folder);
                application.awaitAnswer();
            } else {
                application.kill();
                application = start(port, embedded);
            }
        }
        finish(load);
        assertRight(PlatformProcess.database(folder));
        assertHeard(PlatformProcess.database(folder), phone, times);
        application.stop();
    }

    @Test
    @Tag("nightly")
    void two_processes_on_one_database_are_as_one_and_one_may_die() throws Exception {
        TestDatabase database = TestDatabase.fresh();
        List<Integer> ports = List.of(PlatformProcess.freePort(), PlatformProcess.freePort());
        var outside = Map.of(
                "DATABASE_URL",
                database.bareUrl(),
                "DATABASE_USER",
                ApplicationRole.NAME,
                "DATABASE_OWNER",
                "postgres");
        var processes = new ArrayList<PlatformProcess>();
        for (int port : ports) processes.add(start(port, outside));
        try (HikariDataSource pool = database.pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            prepare(jdbc);
            List<Thread> load = load(ports);
            taken(100);
            Thread.sleep(random.nextInt(1_000));
            processes.getFirst().kill();
            taken(acknowledged.size() + 50);
            finish(load);
            assertRight(jdbc);
        } finally {
            for (PlatformProcess process : processes) process.kill();
        }
    }

    /** Every message goes to each port at about the same time, and again until it is acknowledged. */
    private List<Thread> load(List<Integer> ports) {
        var threads = new ArrayList<Thread>();
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.ofVirtual().start(() -> {
                while (loading) {
                    int n = number.incrementAndGet();
                    String id = Integer.toString(n);
                    Teller teller = Teller.sepay(PaidStalls.account(n % STALLS))
                            .with("id", n)
                            .with("referenceCode", "FT" + id)
                            .amount(1_000 + n % 90_000);
                    boolean taken = false;
                    for (int port : ports) taken |= send(client, port, teller);
                    if (taken) acknowledged.add(id);
                }
            }));
        }
        return threads;
    }

    private static boolean send(HttpClient client, int port, Teller teller) {
        String body = teller.body();
        var request = HttpRequest.newBuilder(URI.create(
                        "http://localhost:" + port + "/api/v1/payments/notifications/" + PaidStalls.CONNECTION))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        teller.headers(body).forEach(request::header);
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException dead) {
            pause(20);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** However slow the machine is. */
    private void taken(int atLeast) {
        for (int tries = 0; tries < 600 && acknowledged.size() <= atLeast; tries++) pause(100);
    }

    private void finish(List<Thread> load) throws InterruptedException {
        loading = false;
        for (Thread thread : load) thread.join();
    }

    private void assertRight(JdbcClient jdbc) {
        List<String> stored = jdbc.sql("SELECT source_id FROM payments.movement")
                .query((row, index) -> row.getString(1))
                .list();
        assertThat(acknowledged).as("the premise: some were taken").hasSizeGreaterThan(100);
        assertThat(stored).doesNotHaveDuplicates().containsAll(acknowledged);
        assertThat(jdbc.sql("""
                        SELECT count(*) FROM payments.movement_count c
                        WHERE c.last <> (SELECT count(*) FROM payments.movement m WHERE m.account = c.account)
                            OR c.last <> (SELECT coalesce(max(m.number), 0) FROM payments.movement m WHERE m.account = c.account)
                        """).query(Long.class).single())
                .as("accounts whose numbers have a gap")
                .isZero();
        assertThat(jdbc.sql("""
                        SELECT (SELECT sum(amount) FROM payments.movement m JOIN payments.account a ON a.number = m.account
                                WHERE a.purpose = 'CHARGES')
                            - (SELECT coalesce(sum(amount), 0) FROM payments.transfer WHERE debit = 'bank')
                        """).query(Long.class).single())
                .as("money that is not in the books")
                .isZero();
        String measured = jdbc.sql("""
                        SELECT count(*) || ' ' || sum(m.amount) FROM payments.movement m
                        JOIN payments.account a ON a.number = m.account WHERE a.purpose = 'OWNER'
                        """).query(String.class).single();
        assertThat(jdbc.sql("""
                        SELECT count(*) || ' ' || sum(amount) FROM facts.fact WHERE kind = 'market.payment-received'
                        """).query(String.class).single()).as("facts").isEqualTo(measured);
        String rolledUp = "";
        for (int tries = 0; tries < 100 && !rolledUp.equals(measured); tries++) {
            pause(100);
            rolledUp = jdbc.sql("""
                            SELECT sum(count) || ' ' || sum(amount) FROM rollups.roll_up
                            WHERE kind = 'market.payment-received' AND grain = 'D'
                            """).query(String.class).single();
        }
        assertThat(rolledUp).as("figures").isEqualTo(measured);
    }

    /** Stalls that are heard, one of whose accounts is for charges that nobody asked anything on. */
    private static void prepare(JdbcClient jdbc) {
        PaidStalls.insert(jdbc, STALLS);
        jdbc.sql("UPDATE payments.account SET purpose = 'CHARGES' WHERE account = :account")
                .param("account", PaidStalls.account(0))
                .update();
        jdbc.sql(
                        "DELETE FROM market.acceptance WHERE account IN (SELECT number FROM payments.account WHERE purpose = 'CHARGES')")
                .update();
    }

    /** Somebody whose phone hears what comes at one of the stalls. */
    private static UUID trader(JdbcClient jdbc) {
        UUID person = UUID.randomUUID();
        jdbc.sql("""
                        INSERT INTO identity.account (id, username, name, password, created_at)
                        VALUES (:id, :username, 'A', :password, '2022-01-01T00:00Z')""")
                .param("id", person)
                .param("username", TRADER)
                .param("password", new Argon2PasswordEncoder(16, 32, 1, 1 << 10, 1).encode(PASSWORD))
                .update();
        jdbc.sql("""
                        INSERT INTO identity.role_grant (id, account, role, unit, from_at)
                        VALUES (gen_random_uuid(), :id, 'TRADER', '05443', '2022-01-01T00:00Z')""").param("id", person).update();
        return jdbc.sql("""
                        UPDATE market.trader t SET account = :id FROM market.acceptance a
                        WHERE a.trader = t.id AND a.account = :heard RETURNING a.stall""")
                .param("id", person)
                .param("heard", heard(jdbc))
                .query(UUID.class)
                .single();
    }

    private static int heard(JdbcClient jdbc) {
        return jdbc.sql("SELECT number FROM payments.account WHERE account = :account")
                .param("account", PaidStalls.account(1))
                .query(Integer.class)
                .single();
    }

    /** The stream loses nothing, repeats nothing, and tells in order. */
    private static void assertHeard(JdbcClient jdbc, Phone phone, int kills) throws InterruptedException {
        List<UUID> stored = jdbc.sql("SELECT id FROM payments.movement WHERE account = :account ORDER BY number")
                .param("account", heard(jdbc))
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
        for (int tries = 0; tries < 100 && phone.heard().size() < stored.size(); tries++) pause(100);
        phone.hangUp();
        assertThat(stored).as("the premise: some came").hasSizeGreaterThan(5);
        assertThat(phone.connections()).as("the premise: the stream broke").isGreaterThan(kills / 2);
        assertThat(phone.heard()).as("what the trader was told").containsExactlyElementsOf(stored);
    }

    private static PlatformProcess start(int port, Map<String, String> environment) throws Exception {
        var all = new HashMap<>(environment);
        all.put("DEMO", "false");
        all.put("SECRET_KEY", PaidStalls.KEY);
        return PlatformProcess.start(port, all);
    }

    private static void pause(int milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
