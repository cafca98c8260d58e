package vn.thucchat.foundation.rollups;

import static vn.thucchat.foundation.facts.FactFixture.aFact;
import static vn.thucchat.foundation.facts.FactFixture.aLevel;
import static vn.thucchat.foundation.facts.FactFixture.correctionOf;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import vn.thucchat.foundation.facts.Fact;
import vn.thucchat.foundation.facts.FactFixture;
import vn.thucchat.foundation.facts.Provenance;

/** Facts of few units, days and subjects, so that they meet in cells; some correct or void an earlier one. */
@NullMarked
final class RandomFacts {

    private static final LocalDate DAY = LocalDate.of(2022, 5, 20);
    private static final List<Provenance> PROVENANCES = List.of(Provenance.values());
    private final Random random;
    private final List<Fact> uncorrected = new ArrayList<>();

    RandomFacts(long seed) {
        random = new Random(seed);
    }

    List<Fact> next(int size) {
        var facts = new ArrayList<Fact>();
        for (int i = 0; i < size; i++) {
            Fact fact = !uncorrected.isEmpty() && random.nextInt(6) == 0 ? correction() : plain();
            facts.add(fact);
            uncorrected.add(fact);
        }
        return facts;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private Fact plain() {
        FactFixture fact = random.nextInt(3) == 0
                ? aLevel()
                : aFact().facets(Map.of("channel", random.nextBoolean() ? "online" : "desk"));
        return varied(fact)
                .unit("U" + random.nextInt(3))
                .provenance(PROVENANCES.get(random.nextInt(3)))
                .synthetic(random.nextInt(4) == 0)
                .build();
    }

    private Fact correction() {
        Fact corrected = uncorrected.remove(random.nextInt(uncorrected.size()));
        FactFixture correction = correctionOf(corrected);
        if (random.nextInt(3) == 0)
            return correction.subject(null).count(0).amount(0).build();
        return varied(correction).build();
    }

    /** Days around the end of a half-year; instants that repeat, in ten hours. */
    private FactFixture varied(FactFixture fact) {
        return fact.day(DAY.plusDays(random.nextInt(60)))
                .at(Instant.parse("2022-06-01T00:00:00Z").plusSeconds(1_800L * random.nextInt(20)))
                .subject(random.nextInt(4) == 0 ? null : new UUID(7, random.nextInt(40)))
                .count(random.nextInt(4))
                .amount(random.nextInt(2_000) - 500);
    }
}
