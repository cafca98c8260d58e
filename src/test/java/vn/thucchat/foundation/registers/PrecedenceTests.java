package vn.thucchat.foundation.registers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** The current value follows from what was recorded and the rules, not from the order in which it arrived. */
@NullMarked
class PrecedenceTests {

    private static final Instant NOW = Instant.parse("2026-12-01T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final Precedence ORDER = new Precedence(
            List.of(Origin.NATIONAL_DATABASE, Origin.CARD_READ, Origin.DOSSIER, Origin.IMPORTED, Origin.STATED));

    @Property(tries = 300)
    void any_order_of_arrival_gives_the_same_value(@ForAll("histories") List<FieldValue> said, @ForAll long seed) {
        var other = new ArrayList<>(said);
        Collections.shuffle(other, new Random(seed));
        assertThat(ORDER.current(other, TODAY)).isEqualTo(ORDER.current(said, TODAY));
    }

    @Property(tries = 300)
    void no_stronger_value_that_holds_is_passed_over(@ForAll("histories") List<FieldValue> said) {
        boolean corrected = said.stream().anyMatch(value -> value.validity().corrects() != null);
        ORDER.current(said, TODAY).ifPresent(current -> {
            if (!corrected)
                assertThat(said).filteredOn(value -> holds(value)).allMatch(value -> rank(value) >= rank(current));
        });
    }

    @Example
    void what_is_over_or_not_yet_is_not_current() {
        FieldValue over = value(Origin.NATIONAL_DATABASE, "cũ", 90, TODAY.minusDays(1), null);
        FieldValue last = value(Origin.STATED, "còn", 90, TODAY, null);
        FieldValue later = value(Origin.NATIONAL_DATABASE, "sau này", -2, null, null);
        assertThat(ORDER.current(List.of(over, last, later), TODAY)).contains(last);
        assertThat(ORDER.current(List.of(over, later), TODAY)).isEmpty();
    }

    @Example
    void a_correction_by_an_origin_as_strong_wins_and_by_a_weaker_one_is_only_another_word() {
        FieldValue wrong = value(Origin.CARD_READ, "Ma Thị Lam", 9, null, null);
        FieldValue mended = value(Origin.CARD_READ, "Ma Thị Lan", 20, null, wrong.id());
        FieldValue doubted = value(Origin.STATED, "Ma Thị Làn", 0, null, wrong.id());
        assertThat(ORDER.current(List.of(wrong, mended), TODAY))
                .as("although it is of an older day")
                .contains(mended);
        assertThat(ORDER.current(List.of(wrong, doubted), TODAY)).contains(wrong);
        assertThat(ORDER.current(List.of(mended, doubted), TODAY))
                .as("what it corrects is not among them")
                .contains(mended);
    }

    @Example
    void texts_become_the_values_of_their_fields() {
        assertThat(FieldType.DAY.read("2/3/1987")).contains("1987-03-02");
        assertThat(FieldType.DAY.read("1987-03-02")).contains("1987-03-02");
        assertThat(FieldType.DAY.read("31/2/1987")).isEmpty();
        assertThat(FieldType.SEX.read(" nữ ")).contains("FEMALE");
        assertThat(FieldType.SEX.read("x")).isEmpty();
        assertThat(FieldType.PHONE.read("+84 912.345.678")).contains("0912345678");
        assertThat(FieldType.PHONE.read("12")).isEmpty();
        assertThat(FieldType.EMAIL.read("Lan@Example.vn")).contains("lan@example.vn");
        assertThat(FieldType.EMAIL.read("lan@")).isEmpty();
        assertThat(FieldType.COMMUNE.read("05443")).contains("05443");
        assertThat(FieldType.TEXT.read(" \n ")).isEmpty();
        assertThat(SubjectCode.read("4600000016001").map(SubjectCode::text)).contains("4600000016-001");
        assertThat(SubjectCode.read("17a8 001234").map(SubjectCode::text)).contains("17A8001234");
        assertThat(SubjectCode.read("019087000123"))
                .as("may be the owner's number")
                .hasToString("Optional[019••••••123]");
        assertThat(SubjectCode.read("!")).isEmpty();
    }

    @Provide
    Arbitrary<List<FieldValue>> histories() {
        Arbitrary<FieldValue> one = Combinators.combine(
                        Arbitraries.of(Origin.values()),
                        Arbitraries.of("A", "B", "C"),
                        Arbitraries.integers().between(-1, 4),
                        Arbitraries.of(TODAY.minusDays(1), TODAY, TODAY.plusYears(9)))
                .as((origin, text, days, until) -> value(origin, text, days, until, null));
        return one.list()
                .ofMaxSize(7)
                .flatMap(values -> Arbitraries.integers()
                        .between(-3, values.size() - 1)
                        .map(wrong -> withCorrection(values, wrong)));
    }

    /** One more that corrects one of them, or none. */
    private static List<FieldValue> withCorrection(List<FieldValue> values, int wrong) {
        var all = new ArrayList<>(values);
        if (wrong >= 0)
            all.add(value(Origin.DOSSIER, "D", 1, null, values.get(wrong).id()));
        return all;
    }

    private static boolean holds(FieldValue value) {
        LocalDate until = value.validity().until();
        return !value.validity().asOf().isAfter(NOW) && (until == null || !until.isBefore(TODAY));
    }

    private static int rank(FieldValue value) {
        return ORDER.order().indexOf(value.source().origin());
    }

    private static FieldValue value(
            Origin origin, String text, int daysAgo, @Nullable LocalDate until, @Nullable UUID corrects) {
        return new FieldValue(
                UUID.randomUUID(),
                RegisterField.FULL_NAME,
                text,
                new FieldValue.Source(origin, "Nguồn", ""),
                new FieldValue.Validity(NOW.minus(Duration.ofDays(daysAgo)), until, corrects),
                new FieldValue.Recorded(UUID.randomUUID(), NOW));
    }
}
