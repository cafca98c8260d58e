package vn.thucchat.foundation.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.testing.TestTime;

/** Facts for tests: {@code aFact().unit("05437").count(3).build()}. */
public final class FactFixture {

    public static final FactKind SALE =
            new FactKind("test.sold", Set.of("channel"), false, "đồng", id -> "/sales/" + id);
    public static final FactKind LEVEL =
            new FactKind("test.level", Set.of(), true, "millionths", id -> "/levels/" + id);
    public static final List<FactKind> KINDS = List.of(SALE, LEVEL);

    private FactId id = newId();
    private String kind = SALE.code();
    private String unit = "05437";
    private LocalDate day = LocalDate.of(2022, 3, 15);
    private Instant at = Instant.parse("2022-03-15T02:00:00.123456Z");
    private @Nullable UUID subject;
    private Map<String, String> facets = Map.of("channel", "online");
    private long count = 1;
    private long amount;
    private Provenance provenance = Provenance.MEASURED;
    private boolean synthetic;
    private UUID evidence = UUID.randomUUID();
    private @Nullable FactId corrects;

    private FactFixture() {}

    public static FactFixture aFact() {
        return new FactFixture();
    }

    public static FactFixture aLevel() {
        return new FactFixture().kind(LEVEL.code()).facets(Map.of());
    }

    public static FactId newId() {
        return new FactId(Ids.next(TestTime.CLOCK));
    }

    /** One in the place of another, alike but for its id. */
    public static FactFixture correctionOf(Fact fact) {
        var fixture = new FactFixture()
                .kind(fact.kind())
                .unit(fact.unit().value())
                .day(fact.day())
                .at(fact.at())
                .subject(fact.subject())
                .facets(fact.facets())
                .count(fact.count())
                .amount(fact.amount())
                .provenance(fact.provenance())
                .synthetic(fact.synthetic());
        fixture.corrects = fact.id();
        return fixture;
    }

    public FactFixture id(FactId id) {
        this.id = id;
        return this;
    }

    public FactFixture kind(String kind) {
        this.kind = kind;
        return this;
    }

    public FactFixture unit(String unit) {
        this.unit = unit;
        return this;
    }

    public FactFixture day(LocalDate day) {
        this.day = day;
        return this;
    }

    public FactFixture at(Instant at) {
        this.at = at;
        return this;
    }

    public FactFixture subject(@Nullable UUID subject) {
        this.subject = subject;
        return this;
    }

    public FactFixture facets(Map<String, String> facets) {
        this.facets = facets;
        return this;
    }

    public FactFixture count(long count) {
        this.count = count;
        return this;
    }

    public FactFixture amount(long amount) {
        this.amount = amount;
        return this;
    }

    public FactFixture provenance(Provenance provenance) {
        this.provenance = provenance;
        return this;
    }

    public FactFixture synthetic(boolean synthetic) {
        this.synthetic = synthetic;
        return this;
    }

    public Fact build() {
        return new Fact(
                id,
                kind,
                new UnitCode(unit),
                day,
                at,
                subject,
                facets,
                count,
                amount,
                provenance,
                synthetic,
                evidence,
                corrects);
    }
}
