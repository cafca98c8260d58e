package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.foundation.money.bankfeeds.Teller;
import vn.thucchat.foundation.rollups.RollUps;
import vn.thucchat.testing.ApplicationTest;
import vn.thucchat.testing.HttpVisitor;
import vn.thucchat.testing.PlatformProcess;
import vn.thucchat.testing.Release;
import vn.thucchat.testing.TestDatabase;

/**
 * A province that the last release ran, and that was killed, is upgraded to this version, backed up, lost after one more
 * payment, and restored: nothing is lost and every figure recounts.
 */
@ApplicationTest
@Tag("nightly")
@NullMarked
class UpgradeTests {

    private static final Path LOGS = Path.of("target", "upgrade");
    private static final String PASSWORD = "thucchat-demo";
    private static final List<String> PEOPLE = List.of(
            "quantri",
            "lanhdao",
            "vanphong",
            "baocao",
            "thamdinh",
            "kiemtoan",
            "quanlycho",
            "ketoan",
            "nguoithu",
            "tieuthuong");
    private static final Pattern ROUTE = Pattern.compile("(?m)^GET\\s+(/[^\\s{}]*)\\s");

    @TempDir
    Path folder;

    @Autowired
    List<FactKind> kinds;

    private final List<PlatformProcess> started = new ArrayList<>();
    private final int port = freePort();

    @Test
    void a_running_province_is_upgraded_and_restored_and_its_figures_recount() throws Exception {
        Release release = Release.last();
        assertThat(release.isAncestor())
                .as("the history has the commit of " + release.version() + " (git fetch --unshallow?)")
                .isTrue();
        List<String> former = List.of("-jar", release.jar().toString());
        Path data = folder.resolve("data");

        PlatformProcess old = start("release", former, data, Map.of());
        awaitDemonstration(PlatformProcess.database(data));
        ProvinceContent before = ProvinceContent.of(port, PlatformProcess.database(data));
        before.assertWorthComparing();
        old.kill();
        // by the new version before its first start: the release has no such command
        backUp(data);
        Instant between = BusinessTime.systemClock().instant();

        ProvinceContent last = upgrade(data, before);
        Path restored = restore("restored", data);
        PlatformProcess again = start("restored", classes(), restored, archiving());
        assertHolds(restored, last);
        assertThat(PlatformProcess.command(environment(restored), "verify")).contains(" 0 faults");
        again.stop();

        Path back = restore("back", data, between.toString());
        PlatformProcess returned = start("back", former, back, Map.of());
        ProvinceContent.of(port, PlatformProcess.database(back)).assertHolds(before);
        returned.stop();
    }

    /** Upgrades what was killed, and loses it after a payment; returns what there was then. */
    private ProvinceContent upgrade(Path data, ProvinceContent before) throws Exception {
        PlatformProcess upgraded = start("upgraded", classes(), data, archiving());
        JdbcClient jdbc = PlatformProcess.database(data);
        assertHolds(data, before);
        assertWaitingWorkAdopted(jdbc);
        backUp(data);
        long paid = payments(jdbc);
        pay(jdbc, paid);
        ProvinceContent last = ProvinceContent.of(port, jdbc);
        assertThat(last.sums()).as("premise: a payment more").isNotEqualTo(before.sums());
        await(
                Duration.ofMinutes(2),
                "the access log is sealed",
                () -> Files.exists(data.resolve("access-log-anchors")));
        awaitArchived(jdbc);
        upgraded.kill();
        PlatformProcess.killPostgres(data);
        return last;
    }

    private void assertHolds(Path data, ProvinceContent before) throws Exception {
        ProvinceContent.of(port, PlatformProcess.database(data)).assertHolds(before);
        assertRecounts(data);
        assertPagesAnswer();
    }

    private void backUp(Path data) throws Exception {
        assertThat(PlatformProcess.command(environment(data), "backup")).contains("base-");
    }

    /** Into a new folder, with what an operator keeps elsewhere (docs/operations.md). */
    private Path restore(String name, Path lost, String... until) throws Exception {
        Path restored = folder.resolve(name);
        var words = new ArrayList<>(List.of("restore"));
        words.addAll(List.of(until));
        assertThat(PlatformProcess.command(environment(restored), words.toArray(String[]::new)))
                .contains("Restored into");
        for (String kept : List.of("secret-key", "access-log-anchors"))
            Files.copy(lost.resolve(kept), restored.resolve(kept));
        return restored;
    }

    @Test
    void a_version_is_refused_on_a_database_that_a_newer_one_has_migrated() {
        TestDatabase database = TestDatabase.fresh();
        try (var pool = database.pool()) {
            JdbcClient.create(pool).sql("""
                            INSERT INTO ground.flyway_schema_history (installed_rank, version, description, type, script,
                                checksum, installed_by, execution_time, success)
                            SELECT max(installed_rank) + 1, '299912312359', 'of a newer version', 'SQL', 'V.sql', 1, 'postgres',
                                1, true FROM ground.flyway_schema_history
                            """).update();
        }
        assertThatThrownBy(() -> database.start("--thucchat.demo=false").close())
                .hasStackTraceContaining("299912312359");
    }

    @AfterEach
    void endAll() throws Exception {
        for (PlatformProcess each : started) each.kill();
        for (Path data : List.of(folder.resolve("data"), folder.resolve("restored"), folder.resolve("back")))
            if (PlatformProcess.postmaster(data).isPresent()) PlatformProcess.killPostgres(data);
    }

    private PlatformProcess start(String log, List<String> what, Path data, Map<String, String> more) throws Exception {
        Files.createDirectories(LOGS);
        var environment = new HashMap<>(more);
        environment.put("DATA_DIR", data.toString());
        // the invented buyers would change figures between two looks at them
        environment.put("THUCCHAT_DEMO_TRADING", "false");
        var process = PlatformProcess.start(
                what,
                port,
                environment,
                ProcessBuilder.Redirect.to(LOGS.resolve(log + ".log").toFile()));
        started.add(process);
        return process;
    }

    private static List<String> classes() {
        return List.of("-cp", System.getProperty("java.class.path"), ThucChat.class.getName());
    }

    private Map<String, String> archiving() {
        return Map.of("BACKUP_DIR", folder.resolve("backups").toString());
    }

    private Map<String, String> environment(Path data) {
        var environment = new HashMap<>(archiving());
        environment.put("DATA_DIR", data.toString());
        return environment;
    }

    private static void awaitDemonstration(JdbcClient jdbc) {
        await(
                Duration.ofMinutes(10),
                "the demonstration is loaded",
                () -> jdbc.sql("""
                                SELECT EXISTS (SELECT FROM demonstration.step WHERE name = 'complete-with-markets')
                                """).query(Boolean.class).single());
    }

    /** Everything that units and leaders owed under the release is an item of work now. */
    private static void assertWaitingWorkAdopted(JdbcClient jdbc) {
        assertThat(open(jdbc, "indicators.explanation"))
                .as("explanations")
                .isPositive()
                .isEqualTo(count(jdbc, "indicators.explanation WHERE state = 'ASKED'"));
        assertThat(open(jdbc, "indicators.answer"))
                .as("answers")
                .isEqualTo(count(jdbc, "indicators.explanation WHERE state = 'ANSWERED'"));
        assertThat(open(jdbc, "indicators.correction"))
                .as("corrections")
                .isEqualTo(count(jdbc, "indicators.submission WHERE state = 'RETURNED'"));
        assertThat(open(jdbc, "indicators.report")).as("reports").isPositive();
    }

    private static long open(JdbcClient jdbc, String kind) {
        return count(jdbc, "work.item WHERE closed_at IS NULL AND kind = '" + kind + "'");
    }

    private static long count(JdbcClient jdbc, String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** The sums of facts that are there equal those that are made of the log anew. */
    private void assertRecounts(Path data) throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(PlatformProcess.source(data));
            pool.setMaximumPoolSize(4);
            var rollUps =
                    new RollUps(pool, new Facts(pool, kinds), BusinessTime.systemClock(), new SimpleMeterRegistry());
            rollUps.catchUp();
            assertThat(rollUps.verify()).as("sums that differ from the log").isZero();
        }
    }

    /** Every page that needs no choice answers everybody with itself, another page or a refusal. */
    private void assertPagesAnswer() throws Exception {
        var pages = new ArrayList<String>();
        try (var files = Files.list(Path.of("src/test/resources/routes"))) {
            for (Path file : files.sorted().toList())
                ROUTE.matcher(Files.readString(file)).results().forEach(found -> pages.add(found.group(1)));
        }
        assertThat(pages).as("premise").hasSizeGreaterThan(40);
        for (String person : PEOPLE) {
            var visitor = new HttpVisitor(port).signedIn(person, PASSWORD);
            assertThat(visitor.open("/work").statusCode())
                    .as("work of " + person)
                    .isEqualTo(200);
            for (String page : pages)
                assertThat(visitor.open(page).statusCode())
                        .as(page + " for " + person)
                        .isLessThan(500);
        }
        var stranger = new HttpVisitor(port);
        for (String page : List.of(
                "/",
                "/indicators",
                "/scorecard?unit=19",
                "/figures/household-fibre/VN/2022S1",
                "/markets/cho-gia-sang",
                "/open-data",
                // new since
                "/indicators/work-on-time",
                "/due-date"))
            assertThat(stranger.open(page).statusCode()).as(page).isEqualTo(200);
    }

    /** As the bank's messenger tells of a payment; it is counted when this returns. */
    private void pay(JdbcClient jdbc, long before) throws Exception {
        Instant now = BusinessTime.systemClock().instant();
        Teller teller = Teller.sepay("1901000001")
                .secret("demo-sepay-secret-2022")
                .amount(35_000)
                .signedAt(now)
                .at(LocalDateTime.ofInstant(now, BusinessTime.VIETNAM));
        String body = teller.body();
        var request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + "/api/v1/payments/notifications/demo-sepay"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        teller.headers(body).forEach(request::header);
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThat(payments(jdbc)).isEqualTo(before + 1);
        await(
                Duration.ofSeconds(60),
                "the payment is counted",
                () -> jdbc.sql("""
                                SELECT sum(count) FROM rollups.roll_up WHERE kind = 'market.payment-received' AND grain = 'D'
                                """).query(Long.class).single() == before + 1);
    }

    private static long payments(JdbcClient jdbc) {
        return count(jdbc, "facts.fact WHERE kind = 'market.payment-received'");
    }

    private static void awaitArchived(JdbcClient jdbc) {
        String segment = jdbc.sql("SELECT pg_walfile_name(pg_switch_wal())")
                .query(String.class)
                .single();
        await(
                Duration.ofSeconds(60),
                "the write-ahead log is archived",
                () -> jdbc.sql("""
                        SELECT coalesce(last_archived_wal, '') >= :segment FROM pg_stat_archiver
                        """)
                        .param("segment", segment)
                        .query(Boolean.class)
                        .single());
    }

    private static void await(Duration longest, String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + longest.toNanos();
        while (!holds.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(deadline);
            LockSupport.parkNanos(200_000_000);
        }
    }

    private static int freePort() {
        try {
            return PlatformProcess.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
