package vn.thucchat.foundation.rollups;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactId;
import vn.thucchat.foundation.facts.FactKind;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.units.UnitCode;

/**
 * Two years of a province: 178 communes of unequal size, 15 kinds with 4 channels each of unequal use, 300,000
 * subjects who mostly stay in their commune, and five states that every commune reports monthly. In the order of days,
 * as facts come.
 */
@NullMarked
final class BenchFacts {

    static final int UNITS = 178;
    static final int KINDS = 15;
    static final int STATES = 5;
    static final int DAYS = 730;
    static final LocalDate FIRST = LocalDate.of(2021, 1, 1);
    private static final int SUBJECTS = 300_000;
    private static final List<Map<String, String>> CHANNELS = List.of(
            Map.of("channel", "online"),
            Map.of("channel", "desk"),
            Map.of("channel", "phone"),
            Map.of("channel", "post"));

    private final List<UnitCode> units = IntStream.range(0, UNITS)
            .mapToObj(i -> new UnitCode("%05d".formatted(5_400 + i * 3)))
            .toList();
    private final SplittableRandom random = new SplittableRandom(20220808);
    private final long total;
    private long made;
    private int month = -1;

    BenchFacts(long total) {
        this.total = total;
    }

    static List<FactKind> kinds() {
        var kinds = new ArrayList<FactKind>();
        for (int i = 0; i < KINDS; i++)
            kinds.add(
                    new FactKind(kind(i), Set.of("channel"), false, "đồng", FactKind.Disclosure.OPEN, UUID::toString));
        for (int i = 0; i < STATES; i++)
            kinds.add(new FactKind(state(i), Set.of(), true, "millionths", FactKind.Disclosure.OPEN, UUID::toString));
        return kinds;
    }

    static String kind(int number) {
        return "bench.thing-%d-happened".formatted(number);
    }

    static String state(int number) {
        return "bench.level-%d-stated".formatted(number);
    }

    List<UnitCode> units() {
        return units;
    }

    /** The next facts; fewer, then none, at the end. */
    List<Fact> next(int size) {
        var facts = new ArrayList<Fact>(size + STATES * UNITS);
        while (facts.size() < size && made < total) {
            LocalDate day = FIRST.plusDays(made * DAYS / total);
            if (day.getMonthValue() != month) {
                month = day.getMonthValue();
                for (int state = 0; state < STATES; state++)
                    for (int unit = 0; unit < UNITS; unit++) facts.add(stated(state, unit, day));
            }
            facts.add(happened(day));
            made++;
        }
        return facts;
    }

    private Fact happened(LocalDate day) {
        int unit = skewed(UNITS);
        int combination = skewed(KINDS * CHANNELS.size());
        int home = random.nextInt(20) == 0 ? random.nextInt(UNITS) : unit;
        int subject = home * (SUBJECTS / UNITS) + random.nextInt(SUBJECTS / UNITS);
        return fact(
                kind(combination % KINDS),
                unit,
                day,
                new UUID(0x0190_0000_0000_7000L, mixed(subject)),
                CHANNELS.get(combination / KINDS),
                random.nextInt(5_000_000));
    }

    private Fact stated(int state, int unit, LocalDate day) {
        return fact(state(state), unit, day, null, Map.of(), random.nextInt(1_000_000));
    }

    private Fact fact(
            String kind,
            int unit,
            LocalDate day,
            @org.jspecify.annotations.Nullable UUID subject,
            Map<String, String> facets,
            long amount) {
        Instant at = day.atStartOfDay(ZoneOffset.UTC).toInstant().plusMillis(random.nextInt(36_000_000));
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000);
        return new Fact(
                new FactId(new UUID(high, random.nextLong())),
                kind,
                units.get(unit),
                day,
                at,
                subject,
                facets,
                1,
                amount,
                kind.endsWith("stated") ? Provenance.REPORTED : Provenance.MEASURED,
                false,
                new UUID(high, random.nextLong()),
                null);
    }

    private int skewed(int bound) {
        return (int) (bound * Math.pow(random.nextDouble(), 1.7));
    }

    private static long mixed(long value) {
        long bits = (value + 1) * 0x9E3779B97F4A7C15L;
        return (bits ^ (bits >>> 29)) | Long.MIN_VALUE;
    }
}
