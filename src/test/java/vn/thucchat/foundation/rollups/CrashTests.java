package vn.thucchat.foundation.rollups;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.facts.Position;
import vn.thucchat.testing.TestDatabase;
import vn.thucchat.testing.TestTime;

/** Whoever is killed in the middle of recording and counting: nothing committed is lost, nothing counts twice. */
@NullMarked
class CrashTests {

    private final Random random = new Random(7);

    @Test
    void two_killed_processes_lose_and_double_nothing() throws Exception {
        killProcesses(1);
    }

    @Test
    @Tag("nightly")
    void twenty_killed_processes_lose_and_double_nothing() throws Exception {
        killProcesses(10);
    }

    private void killProcesses(int pairs) throws Exception {
        TestDatabase database = TestDatabase.fresh();
        Set<UUID> committed = new HashSet<>();
        for (int pair = 0; pair < pairs; pair++) {
            Process one = start(database.url(), 2L * pair + 1);
            Process two = start(database.url(), 2L * pair + 2);
            for (Process process : List.of(one, two)) committed.addAll(killInTheMiddle(process));
        }
        assertNothingLostOrDoubled(database.url(), committed);
    }

    @Test
    void a_killed_database_loses_and_doubles_nothing(@TempDir Path folder) throws Exception {
        killDatabase(1, folder);
    }

    @Test
    @Tag("nightly")
    void a_database_killed_again_and_again_loses_and_doubles_nothing(@TempDir Path folder) throws Exception {
        killDatabase(4, folder);
    }

    private void killDatabase(int times, Path folder) throws Exception {
        Set<UUID> committed = new HashSet<>();
        for (int round = 0; round < times; round++) {
            EmbeddedPostgres server = server(folder.resolve("data"));
            String url = server.getJdbcUrl("postgres", "postgres");
            if (round == 0) TestDatabase.migrate(url, "");
            Process process = start(url, 100 + round);
            List<String> first = lines(process, 55 + random.nextInt(100));
            killPostgres(folder.resolve("data"));
            committed.addAll(read(process, first));
            process.destroyForcibly().waitFor();
            server.close();
        }
        try (EmbeddedPostgres server = server(folder.resolve("data"))) {
            assertNothingLostOrDoubled(server.getJdbcUrl("postgres", "postgres"), committed);
        }
    }

    private static void assertNothingLostOrDoubled(String url, Set<UUID> committed) {
        try (var pool = new HikariDataSource()) {
            pool.setJdbcUrl(url);
            var facts = new Facts(pool, FactFixture.KINDS);
            var rollUps = new RollUps(pool, facts, TestTime.CLOCK, new SimpleMeterRegistry());
            rollUps.catchUp();
            var log = new ArrayList<Fact>();
            facts.read(Position.START, 10_000_000, logged -> log.add(logged.fact()));
            assertThat(committed).hasSizeGreaterThan(50);
            assertThat(log)
                    .extracting(fact -> fact.id().value())
                    .doesNotHaveDuplicates()
                    .containsAll(committed);
            NaiveRecount recount = NaiveRecount.of(log);
            NaiveRecount stored = NaiveRecount.asStored(JdbcClient.create(pool));
            assertThat(stored.cells()).containsExactlyInAnyOrderEntriesOf(recount.cells());
            assertThat(stored.states()).containsExactlyInAnyOrderEntriesOf(recount.states());
            assertThat(rollUps.verify()).isZero();
        }
    }

    private static Process start(String url, long seed) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingProcess.class.getName(),
                        url,
                        Long.toString(seed))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private List<UUID> killInTheMiddle(Process process) throws Exception {
        List<String> first = lines(process, 26 + random.nextInt(60));
        // SIGKILL; the handle's, because the process's own would close what is still to be read
        process.toHandle().destroyForcibly();
        return read(process, first);
    }

    /** Its first commits, however long they take; it goes on meanwhile. */
    private static List<String> lines(Process process, int commits) throws IOException {
        var lines = new ArrayList<String>();
        while (lines.size() < commits) {
            String line = reader(process).readLine();
            assertThat(line).as("the process has committed").startsWith("committed ");
            lines.add(line);
        }
        return lines;
    }

    /** What it had time to say. A line that was cut off does not count. */
    private static List<UUID> read(Process process, List<String> first) throws Exception {
        List<String> lines = new ArrayList<>(first);
        reader(process).lines().forEach(lines::add);
        process.waitFor();
        return lines.stream()
                .filter(line -> line.length() == "committed ".length() + 36)
                .map(line -> UUID.fromString(line.substring("committed ".length())))
                .toList();
    }

    private static BufferedReader reader(Process process) {
        return process.inputReader(StandardCharsets.UTF_8);
    }

    private static EmbeddedPostgres server(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
    }

    private static void killPostgres(Path data) throws Exception {
        long pid = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) process.onExit().get(30, TimeUnit.SECONDS);
    }
}
