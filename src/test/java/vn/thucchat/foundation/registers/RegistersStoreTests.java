package vn.thucchat.foundation.registers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.testing.StoreTest;
import vn.thucchat.testing.TestTime;

/** The database keeps each value once and for all, lets what was stated be forgotten, and tells members and papers apart. */
@NullMarked
class RegistersStoreTests extends StoreTest {

    private static final Instant NOW = TestTime.now().truncatedTo(ChronoUnit.SECONDS);
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final UUID BY = UUID.randomUUID();

    private SubjectId subject = new SubjectId(UUID.randomUUID());

    @BeforeEach
    void aSubject() {
        subject = new SubjectId(UUID.randomUUID());
        assertThat(new SubjectStore(jdbc).insert(Subject.person(subject, false), BY, NOW))
                .isTrue();
        assertThat(new SubjectStore(jdbc).insert(Subject.person(subject, false), BY, NOW))
                .as("twice")
                .isFalse();
        assertThat(new SubjectStore(jdbc).find(List.of(subject.value())))
                .containsExactly(Subject.person(subject, false));
    }

    @Test
    void a_key_records_once_and_nothing_is_rewritten() {
        var store = new FieldValueStore(jdbc);
        FieldValue name = value(RegisterField.FULL_NAME, Origin.CARD_READ, "s1", null);
        FieldValue phone = value(RegisterField.PHONE, Origin.STATED, "s2", null);
        assertThat(store.insert(subject, List.of(name, phone), "k", BY, NOW)).isEqualTo(2);
        assertThat(store.insert(
                        subject,
                        List.of(value(RegisterField.FULL_NAME, Origin.CARD_READ, "other", null)),
                        "k",
                        BY,
                        NOW))
                .isZero();
        var fields = List.of(RegisterField.FULL_NAME, RegisterField.PHONE);
        assertThat(store.of(List.of(subject.value()), fields))
                .extracting(kept -> kept.value().value())
                .containsExactlyInAnyOrder("s1", "s2");
        assertThat(store.of(List.of(subject.value()), List.of(RegisterField.SEX)))
                .isEmpty();
        assertThat(store.ofKey(subject, "k")).hasSize(2);
        for (String change : List.of(
                "UPDATE registers.field_value SET sealed = 'x'",
                "DELETE FROM registers.field_value",
                "UPDATE registers.document SET title = 'x'",
                "DELETE FROM registers.origin_rule"))
            assertThatThrownBy(() -> jdbc.sql(change).update()).rootCause().hasMessageContaining("append-only");
        assertThatThrownBy(() -> store.insert(
                        subject,
                        List.of(value(RegisterField.SEX, Origin.CARD_READ, "s", UUID.randomUUID())),
                        "k2",
                        BY,
                        NOW))
                .as("corrects what is not there")
                .rootCause()
                .hasMessageContaining("foreign key");
    }

    @Test
    void what_was_stated_is_forgotten_when_asked_or_old_and_nothing_else() {
        var store = new FieldValueStore(jdbc);
        UUID account = UUID.randomUUID();
        store.insert(subject, List.of(value(RegisterField.PHONE, Origin.STATED, "a", null)), "1", account, NOW);
        store.insert(subject, List.of(value(RegisterField.EMAIL, Origin.STATED, "b", null)), "2", BY, old());
        store.insert(subject, List.of(value(RegisterField.SEX, Origin.DOSSIER, "c", null)), "3", account, old());
        assertThat(store.statedBy(account)).hasSize(1);
        assertThat(store.deleteStatedBy(account)).isEqualTo(1);
        assertThat(store.statedBy(account)).isEmpty();
        Instant before = NOW.minus(1, ChronoUnit.DAYS);
        assertThat(store.countOld(before, 9)).isEqualTo(1);
        assertThat(store.deleteOld(before, 9)).isEqualTo(1);
        assertThat(store.of(List.of(subject.value()), List.of(RegisterField.values())))
                .extracting(kept -> kept.value().field())
                .containsExactly(RegisterField.SEX);
    }

    @Test
    void somebody_belongs_once_in_a_role_until_a_last_day() {
        var store = new MembershipStore(jdbc);
        var household = new Subject(new SubjectId(UUID.randomUUID()), Subject.Kind.HOUSEHOLD, false, "190500188015");
        new SubjectStore(jdbc).insert(household, BY, NOW);
        var head = new Memberships.Member(
                UUID.randomUUID(), subject.value(), Memberships.Role.HEAD, TODAY.minusDays(9), null, Origin.DOSSIER);
        assertThat(store.insert(household.id(), head, "", BY, NOW)).isTrue();
        var again = new Memberships.Member(
                UUID.randomUUID(), subject.value(), Memberships.Role.HEAD, TODAY, null, Origin.DOSSIER);
        assertThat(store.insert(household.id(), again, "", BY, NOW)).isFalse();
        assertThat(store.of(household.id(), TODAY)).containsExactly(head);
        assertThat(store.of(household.id(), TODAY.minusDays(10))).as("before").isEmpty();
        assertThat(store.ofPersons(List.of(subject.value())))
                .extracting(Memberships.Held::code)
                .containsExactly("190500188015");
        assertThat(store.end(household.id(), head.id(), TODAY.minusDays(20)))
                .as("before the first day")
                .isFalse();
        assertThat(store.end(household.id(), head.id(), TODAY)).isTrue();
        assertThat(store.end(household.id(), head.id(), TODAY)).isFalse();
        assertThat(store.of(household.id(), TODAY.plusDays(1))).isEmpty();
        assertThat(store.insert(household.id(), again, "", BY, NOW)).as("anew").isTrue();
    }

    @Test
    void a_paper_is_kept_once_and_says_what_took_its_place() {
        var store = new PaperStore(jdbc);
        assertThat(store.kinds()).extracting(Paper.Kind::code).contains("BIRTH_CERTIFICATE");
        var old = paper(null);
        assertThat(store.insert(old, null, "k1", BY, NOW)).isTrue();
        assertThat(store.insert(paper(null), null, "k1", BY, NOW)).isFalse();
        assertThat(store.ofKey(subject, "k1")).contains(old.paper().id());
        var fresh = paper(new Paper.Copy(UUID.randomUUID(), "0".repeat(64)));
        assertThat(store.insert(fresh, old.paper().id(), "k2", BY, NOW)).isTrue();
        assertThat(store.of(List.of(subject.value())))
                .extracting(kept -> kept.paper().replacedBy())
                .containsExactlyInAnyOrder(null, fresh.paper().id());
        assertThat(store.find(List.of(subject.value()), fresh.paper().id())).contains(fresh);
        assertThat(store.find(List.of(UUID.randomUUID()), fresh.paper().id()))
                .as("another's")
                .isEmpty();
    }

    @Test
    void rules_are_added_and_the_last_of_a_day_comes_first() {
        var store = new OriginRuleStore(jdbc);
        assertThat(store.all()).extracting(OriginRules.Rule::field).contains(OriginRules.ANY, "PHONE");
        var rule = new OriginRules.Rule("SEX", TODAY, List.of(Origin.values()), "QĐ 1");
        store.add(UUID.randomUUID(), rule, BY, NOW);
        assertThat(store.all()).contains(rule);
    }

    private static Instant old() {
        return NOW.minus(9, ChronoUnit.DAYS);
    }

    private PaperStore.Kept paper(Paper.@Nullable Copy copy) {
        return new PaperStore.Kept(
                subject,
                new Paper(
                        UUID.randomUUID(),
                        "BIRTH_CERTIFICATE",
                        "Giấy khai sinh",
                        "sealed",
                        new Paper.Issue("UBND", TODAY.minusDays(9), TODAY.minusDays(9), TODAY),
                        copy,
                        new Paper.Source(Origin.DOSSIER, ""),
                        null));
    }

    private static FieldValue value(RegisterField field, Origin origin, String sealed, @Nullable UUID corrects) {
        return new FieldValue(
                UUID.randomUUID(),
                field,
                sealed,
                new FieldValue.Source(origin, "Nguồn", ""),
                new FieldValue.Validity(NOW, null, corrects),
                new FieldValue.Recorded(BY, NOW));
    }
}
