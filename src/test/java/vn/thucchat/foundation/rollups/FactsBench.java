package vn.thucchat.foundation.rollups;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.DatabaseServer;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.Facts;
import vn.thucchat.testing.TestTime;

/** Run by {@code bench/facts}: prints ratios to what PostgreSQL itself does with the same rows on the same server. */
@NullMarked
final class FactsBench implements AutoCloseable {

    private static final LocalDate FROM = LocalDate.of(2022, 1, 1);
    private static final LocalDate TO = LocalDate.of(2022, 6, 30);
    private static final String GROUP = """
            CREATE TABLE peer.roll_up AS
            SELECT unit, kind, day, facets, provenance, synthetic, sum(count) AS count, sum(amount) AS amount,
                count(DISTINCT subject) AS subjects
            FROM peer.fact GROUP BY unit, kind, day, facets, provenance, synthetic""";
    private static final String RAW = """
            WITH term AS (
                SELECT t.term, t.kind COLLATE "C" AS kind, t.filter::jsonb AS filter
                FROM unnest(:kinds::text[], :filters::text[]) WITH ORDINALITY AS t (kind, filter, term))
            SELECT t.term, f.unit, sum(f.count), sum(f.amount), count(DISTINCT f.subject)
            FROM facts.fact f JOIN term t ON t.kind = f.kind AND f.facets @> t.filter
            WHERE f.day BETWEEN :from AND :to
            GROUP BY t.term, f.unit""";

    private final long total;
    private final Path folder;
    private final DatabaseServer server;
    private final HikariDataSource pool = new HikariDataSource();
    private final JdbcClient jdbc;
    private final Facts facts;
    private final RollUps rollUps;

    FactsBench(long total) throws IOException {
        this.total = total;
        this.folder = Files.createTempDirectory("thucchat-bench");
        this.server = DatabaseServer.fromEnvironment(Map.of("DATA_DIR", folder.toString()))
                .orElseThrow();
        pool.setJdbcUrl(server.jdbcUrl());
        pool.setUsername(server.owner());
        pool.setPassword(server.ownerPassword());
        Flyway.configure()
                .dataSource(pool)
                .locations("classpath:db/migration")
                .schemas("ground")
                .createSchemas(true)
                .placeholders(Map.of("application", server.username()))
                .load()
                .migrate();
        this.jdbc = JdbcClient.create(pool);
        this.facts = new Facts(pool, BenchFacts.kinds());
        this.rollUps = new RollUps(pool, facts, TestTime.CLOCK, new SimpleMeterRegistry());
    }

    static void main(String[] args) throws Exception {
        ((ch.qos.logback.classic.Logger) org.slf4j.LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME))
                .setLevel(ch.qos.logback.classic.Level.WARN);
        Locale.setDefault(Locale.ROOT);
        long most = Long.parseLong(args[0]);
        var runtime = Runtime.getRuntime();
        say("%d processors, heap %d MB".formatted(runtime.availableProcessors(), runtime.maxMemory() >> 20));
        for (long total : most > 2_000_000 ? new long[] {2_000_000, most} : new long[] {most}) {
            say("%n%,d facts".formatted(total));
            try (var bench = new FactsBench(total)) {
                bench.run();
            }
        }
    }

    private void run() throws Exception {
        double ours = seconds(this::appendAndRollUp);
        jdbc.sql("CHECKPOINT").update();
        Path file = folder.resolve("rows");
        jdbc.sql("COPY (SELECT at, count, amount, id, evidence, day, synthetic, unit, kind, provenance, subject,"
                        + " corrects, facets, xact FROM facts.fact ORDER BY position) TO '" + file
                        + "' (FORMAT binary)")
                .update();
        jdbc.sql("CREATE SCHEMA peer").update();
        jdbc.sql("CREATE TABLE peer.fact (LIKE facts.fact INCLUDING ALL)").update();
        double copy = seconds(() -> jdbc.sql("COPY peer.fact (at, count, amount, id, evidence, day, synthetic, unit,"
                        + " kind, provenance, subject, corrects, facets, xact) FROM '" + file + "' (FORMAT binary)")
                .update());
        Files.delete(file);
        double group = seconds(() -> jdbc.sql(GROUP).update());
        say("(a) append and roll up   %8.1f s  %,9.0f facts/s".formatted(ours, total / ours));
        say("    COPY + GROUP BY      %8.1f s  %,9.0f facts/s  (%.1f + %.1f s)"
                .formatted(copy + group, total / (copy + group), copy, group));
        say("    ratio                %8.2f".formatted((copy + group) / ours));
        jdbc.sql("DROP SCHEMA peer CASCADE").update();
        jdbc.sql("VACUUM ANALYZE").update();

        sums();

        double rebuild = seconds(() -> rollUps.rebuild((_, _) -> {}));
        say("(b) rebuild              %8.1f s  %,9.0f facts/s".formatted(rebuild, total / rebuild));
        say("    GROUP BY             %8.1f s  ratio %.2f".formatted(group, group / rebuild));
        say("    cells: %s".formatted(jdbc.sql("""
                SELECT string_agg(grain || ' ' || n, ', ' ORDER BY grain)
                FROM (SELECT grain, count(*) AS n FROM rollups.roll_up GROUP BY grain) g""").query(String.class).single()));
    }

    private void appendAndRollUp() {
        var done = new AtomicBoolean();
        Thread counting = Thread.ofPlatform().start(() -> {
            while (!done.get()) rollUps.catchUp();
        });
        var transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
        var source = new BenchFacts(total);
        for (List<Fact> some = source.next(10_000); !some.isEmpty(); some = source.next(10_000)) {
            List<Fact> batch = some;
            transactions.executeWithoutResult(_ -> facts.record(batch));
        }
        done.set(true);
        try {
            counting.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        rollUps.catchUp();
    }

    private void sums() {
        List<Term> terms = terms();
        var units = new BenchFacts(0).units();
        var store = new RollUpStore(jdbc);
        var stateStore = new StateStore(jdbc);
        List<String> states = IntStream.range(0, BenchFacts.STATES)
                .mapToObj(BenchFacts::state)
                .toList();
        Runnable scorecard = () -> {
            store.sums(terms, units, FROM, TO);
            stateStore.last(states, units, TO);
        };
        int rows = store.sums(terms, units, FROM, TO).size()
                + stateStore.last(states, units, TO).size();
        long[] ours = new long[300];
        for (int i = 0; i < 30; i++) scorecard.run();
        for (int i = 0; i < ours.length; i++) ours[i] = nanos(scorecard);
        long[] raw = new long[5];
        for (int i = 0; i < raw.length; i++) raw[i] = nanos(() -> raw(terms));
        Arrays.sort(ours);
        Arrays.sort(raw);
        say("(c) scorecard            p50 %.1f ms, p99 %.1f ms  (%d terms and %d states, %d units, %d numbers)"
                .formatted(
                        ours[ours.length / 2] / 1e6,
                        ours[ours.length * 99 / 100] / 1e6,
                        terms.size(),
                        states.size(),
                        units.size(),
                        rows));
        say("    SQL over raw facts   p50 %.0f ms, worst %.0f ms, without the states"
                .formatted(raw[2] / 1e6, raw[4] / 1e6));
    }

    private void raw(List<Term> terms) {
        jdbc.sql(RAW)
                .param("kinds", terms.stream().map(Term::kind).toArray(String[]::new))
                .param("filters", terms.stream().map(FactsBench::filter).toArray(String[]::new))
                .param("from", FROM)
                .param("to", TO)
                .query(row -> {
                    // the time to read them all
                });
    }

    private static String filter(Term term) {
        return term.filter().isEmpty()
                ? "{}"
                : "{\"channel\": \"" + term.filter().get("channel") + "\"}";
    }

    /** Of 60 indicators: 40 shares (a channel's of its kind), 10 amounts, 5 of distinct subjects; 5 more are states. */
    static List<Term> terms() {
        var terms = new ArrayList<Term>();
        List<String> channels = List.of("online", "desk", "phone");
        for (int i = 0; i < 40; i++) {
            String kind = BenchFacts.kind(i % BenchFacts.KINDS);
            terms.add(new Term(kind, Map.of("channel", channels.get(i / BenchFacts.KINDS)), Measure.COUNT));
            terms.add(new Term(kind, Map.of(), Measure.COUNT));
        }
        for (int i = 0; i < 10; i++) terms.add(new Term(BenchFacts.kind(i), Map.of(), Measure.AMOUNT));
        for (int i = 0; i < 5; i++) terms.add(new Term(BenchFacts.kind(i), Map.of(), Measure.SUBJECTS));
        return terms;
    }

    private static double seconds(Runnable work) {
        return nanos(work) / 1e9;
    }

    private static long nanos(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return System.nanoTime() - start;
    }

    private static void say(String line) {
        System.out.println(line);
    }

    @Override
    public void close() throws IOException {
        pool.close();
        server.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }
}
