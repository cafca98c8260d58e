package vn.thucchat.foundation.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestDatabase;

/**
 * Measures the first page of a person with ten thousand open items in a hundred units, among a million others, beside the
 * query that says the same without a row of its own for each unit. Both in turns, on the same server.
 */
@NullMarked
public final class WorkBench {

    private static final int UNITS = 100;
    private static final int EACH = 100;
    private static final int OTHERS = Integer.getInteger("others", 1_000_000);
    private static final int TURNS = Integer.getInteger("turns", 200);
    private static final String ROLE = "REPORTER";
    private static final Instant NOW = Instant.parse("2026-11-30T00:00:00Z");
    private static final Instant NEVER = NOW.plus(Duration.ofDays(100_000));

    private static final String NAIVE = "SELECT " + WorkItemStore.COLUMNS + "\n" + """
            FROM work.item i
            WHERE i.closed_at IS NULL AND i.person IS NULL AND i.role = :role AND i.unit = ANY (:units)
                AND NOT i.synthetic
            ORDER BY i.due_at, i.id LIMIT 51""";

    private WorkBench() {}

    public static void main(String[] arguments) {
        try (var pool = TestDatabase.fresh().pool()) {
            var jdbc = JdbcClient.create(pool);
            var items = new WorkItemStore(jdbc);
            var lists = new WorkListStore(jdbc);
            var random = new Random(1);
            fill(items, UNITS, 10_000, EACH, random);
            fill(items, OTHERS / 1_000, 20_000, 1_000, random);
            jdbc.sql("VACUUM ANALYZE work.item").update();
            List<String> units = IntStream.range(0, UNITS)
                    .mapToObj(unit -> Integer.toString(10_000 + unit))
                    .toList();
            var reach = new WorkListStore.Reach(
                    units, units.stream().map(_ -> ROLE).toList(), List.of(), new UUID(1, 1), false);
            var page = new ArrayList<Double>();
            var count = new ArrayList<Double>();
            var naive = new ArrayList<Double>();
            for (int turn = 0; turn < TURNS; turn++) {
                page.add(timed(() -> lists.list(reach, "", NEVER, WorkList.Place.START, 51)));
                count.add(timed(() -> lists.count(reach, "", NOW, NEVER)));
                naive.add(timed(() -> jdbc.sql(NAIVE)
                        .param("role", ROLE)
                        .param("units", units.toArray(String[]::new))
                        .query(Rows.of(WorkItem.class))
                        .list()));
            }
            print("first page", page);
            print("count", count);
            print("naive", naive);
            System.out.printf("naive / first page %.2f%n", median(naive) / median(page));
        }
    }

    private static void fill(WorkItemStore items, int units, int first, int each, Random random) {
        for (int unit = 0; unit < units; unit++) {
            var code = new UnitCode(Integer.toString(first + unit));
            items.open(IntStream.range(0, each)
                    .mapToObj(_ -> new WorkItem(
                            code,
                            UUID.randomUUID(),
                            "bench.kind",
                            ROLE,
                            null,
                            UUID.randomUUID(),
                            List.of("2022S1"),
                            false,
                            NOW,
                            NOW.plus(Duration.ofMinutes(random.nextInt(100_000) - 50_000)),
                            null))
                    .toList());
        }
    }

    private static double timed(Runnable query) {
        long begin = System.nanoTime();
        query.run();
        return (System.nanoTime() - begin) / 1e6;
    }

    private static void print(String what, List<Double> times) {
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                "%-10s p50 %6.2f ms  p99 %6.2f ms%n",
                what, sorted[sorted.length / 2], sorted[sorted.length * 99 / 100]);
    }

    private static double median(List<Double> times) {
        return Arrays.stream(
                        times.stream().mapToDouble(Double::doubleValue).sorted().toArray())
                .skip(times.size() / 2)
                .findFirst()
                .orElseThrow();
    }
}
