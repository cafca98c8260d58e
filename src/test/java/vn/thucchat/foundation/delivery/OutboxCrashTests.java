package vn.thucchat.foundation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.testing.TestDatabase;

/**
 * Processes are killed while they write messages and deliver them: what was acknowledged is delivered exactly once after a
 * restart, and what was rolled back never.
 */
@NullMarked
class OutboxCrashTests {

    private final Random random = new Random(20261130);
    private final UUID person = UUID.randomUUID();

    @Test
    void a_killed_process_loses_and_doubles_no_message() throws Exception {
        kill(1);
    }

    @Test
    @Tag("nightly")
    void fifteen_killed_processes_lose_and_double_no_message() throws Exception {
        kill(15);
    }

    private void kill(int times) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Set<UUID> acknowledged = new HashSet<>();
        for (int kill = 0; kill < times; kill++) {
            Process process = start(database.url(), kill);
            acknowledged.addAll(killInTheMiddle(process));
        }
        try (HikariDataSource pool = database.pool()) {
            JdbcClient jdbc = JdbcClient.create(pool);
            assertThat(acknowledged).as("premise: some were taken").hasSizeGreaterThan(100);
            assertThat(count(jdbc, "WAITING"))
                    .as("premise: some were on their way")
                    .isPositive();
            deliverTheRest(pool, jdbc, times);
            assertThat(ids(jdbc, "SELECT id FROM delivery.inbox_message WHERE recipient = :person", person))
                    .doesNotHaveDuplicates()
                    .containsAll(acknowledged)
                    .containsExactlyInAnyOrderElementsOf(ids(
                            jdbc,
                            "SELECT id FROM delivery.outbox_message WHERE recipient = :person AND state = 'DELIVERED'",
                            person.toString()));
            assertThat(jdbc.sql("SELECT DISTINCT kind FROM delivery.inbox_message")
                            .query(String.class)
                            .list())
                    .containsExactly("act.done");
        }
    }

    /** The restart: what the dead process had leased is handed over when the lease has ended. */
    private static void deliverTheRest(HikariDataSource pool, JdbcClient jdbc, int leases) {
        var parts = new CrashingOutbox.Parts(pool, CrashingOutbox.clock(leases));
        parts.dispatcher.start();
        long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (count(jdbc, "WAITING") > 0 && System.nanoTime() < end) LockSupport.parkNanos(20_000_000);
        parts.dispatcher.stop();
        assertThat(count(jdbc, "WAITING")).isZero();
    }

    private static long count(JdbcClient jdbc, String state) {
        return jdbc.sql("SELECT count(*) FROM delivery.outbox_message WHERE state = :state")
                .param("state", state)
                .query(Long.class)
                .single();
    }

    private static List<UUID> ids(JdbcClient jdbc, String sql, Object recipient) {
        return jdbc.sql(sql)
                .param("person", recipient)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private Process start(String url, int leases) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingOutbox.class.getName(),
                        url,
                        person.toString(),
                        Integer.toString(leases))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<UUID> killInTheMiddle(Process process) throws Exception {
        BufferedReader said = process.inputReader(StandardCharsets.UTF_8);
        var lines = new ArrayList<String>();
        int commits = 150 + random.nextInt(150);
        while (lines.size() < commits) {
            String line = said.readLine();
            assertThat(line).as("the process has committed").startsWith("committed ");
            lines.add(line);
        }
        // SIGKILL; the handle's, because the process's own would close what is still to be read
        process.toHandle().destroyForcibly();
        said.lines().forEach(lines::add);
        process.waitFor();
        return lines.stream()
                .filter(line -> line.length() == "committed ".length() + 36)
                .map(line -> UUID.fromString(line.substring("committed ".length())))
                .toList();
    }
}
