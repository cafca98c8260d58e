package vn.thucchat.economy.market.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.testing.StoreTest;

@NullMarked
class ChargeStoreTests extends StoreTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);

    private ChargeStore store;
    private ChargeRows rows;
    private UUID stall;
    private UUID trader;

    @BeforeEach
    void market() {
        store = new ChargeStore(jdbc);
        rows = new ChargeRows(jdbc);
        stall = rows.stall("A1");
        trader = rows.trader("Hoa");
    }

    @Test
    void a_stall_is_asked_once_for_a_month_unless_it_was_called_off() {
        UUID charge = rows.charge(stall, trader, MARCH);
        assertThat(store.asked(rows.id, MARCH, Charge.Kind.RENT)).containsExactly(stall);
        assertThat(store.asked(rows.id, MARCH, Charge.Kind.OTHER)).isEmpty();
        assertThat(store.asked(rows.id, MARCH.plusMonths(1), Charge.Kind.RENT)).isEmpty();
        assertThatThrownBy(() -> rows.charge(stall, trader, MARCH)).isInstanceOf(DuplicateKeyException.class);

        assertThat(store.cancel(new ChargeRows(jdbc).id, charge, MARCH))
                .as("elsewhere")
                .isFalse();
        assertThat(store.cancel(rows.id, charge, MARCH)).isTrue();
        assertThat(store.cancel(rows.id, charge, MARCH)).as("again").isFalse();
        assertThat(store.asked(rows.id, MARCH, Charge.Kind.RENT)).isEmpty();
        rows.charge(stall, trader, MARCH);
        assertThat(store.ofStall(rows.id, stall)).hasSize(2);
    }

    @Test
    void what_was_paid_is_not_called_off_and_a_month_begins_on_its_first() {
        UUID charge = rows.charge(stall, trader, MARCH);
        rows.paid(charge, MARCH, "cash");
        assertThat(store.cancel(rows.id, charge, MARCH)).isFalse();
        assertThatThrownBy(() -> rows.charge(stall, trader, MARCH.plusDays(1)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> rows.charge(stall, trader, MARCH, Charge.Kind.OTHER, 0))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void a_month_s_charges_are_paged_as_people_count_stalls() {
        UUID off = rows.charge(rows.stall("A3"), trader, MARCH);
        for (String number : List.of("A10", "A2")) rows.charge(rows.stall(number), trader, MARCH);
        rows.charge(stall, trader, MARCH);
        store.cancel(rows.id, off, MARCH);
        assertThat(numbers("", 9)).containsExactly("A1", "A2", "A10");
        assertThat(numbers("", 1)).containsExactly("A1");
        assertThat(numbers("A2", 9)).containsExactly("A10");
        assertThat(numbers("A10", 9)).isEmpty();
    }

    @Test
    void what_a_debtor_owes_is_told_in_parts_without_what_others_owe_at_the_same_stall() {
        LocalDate after = LocalDate.of(2026, 6, 1);
        UUID other = rows.trader("Lan");
        var hoa = new ArrearsReminders.Debtor(stall, trader);
        var lan = new ArrearsReminders.Debtor(stall, other);
        for (int i = 0; i < 3; i++) rows.charge(stall, trader, MARCH.minusMonths(i));
        rows.charge(stall, other, MARCH.plusMonths(1));
        rows.charge(rows.stall("A2"), trader, MARCH);
        List<Charge> all = store.overdue(rows.id, List.of(hoa), after, null, 9);
        assertThat(all).extracting(Charge::month).containsExactly(MARCH.minusMonths(2), MARCH.minusMonths(1), MARCH);
        assertThat(store.overdue(rows.id, List.of(lan), after, null, 9)).hasSize(1);
        assertThat(store.overdue(rows.id, List.of(lan), MARCH, null, 9)).isEmpty();
        assertThat(store.overdueParts(rows.id, List.of(hoa), after, 2))
                .containsExactly(all.get(1).id());
        assertThat(store.overdue(rows.id, List.of(hoa), after, all.get(1), 2)).containsExactly(all.get(2));
        assertThat(store.overdueParts(rows.id, List.of(hoa), after, 3)).isEmpty();
        assertThat(store.overdueParts(rows.id, List.of(hoa, lan), after, 1)).hasSize(3);
    }

    private List<String> numbers(String after, int limit) {
        return store.ofMonth(rows.id, MARCH, Charge.Kind.RENT, after, limit).stream()
                .map(Charge::number)
                .toList();
    }

    @Test
    void a_person_sees_what_the_own_stalls_owe_and_paid_and_nobody_else_s() {
        UUID person = UUID.randomUUID();
        UUID own = rows.signingIn("Lan", person);
        UUID april = rows.charge(stall, own, MARCH.plusMonths(1));
        UUID march = rows.charge(stall, own, MARCH);
        UUID paid = rows.charge(stall, own, MARCH.minusMonths(1));
        UUID off = rows.charge(stall, own, MARCH.minusMonths(2));
        UUID other = rows.charge(rows.stall("A2"), trader, MARCH);
        rows.paid(paid, MARCH, "cashless");
        store.cancel(rows.id, off, MARCH);

        assertThat(store.owedBy(person)).extracting(Charge::id).containsExactly(march, april);
        assertThat(store.paidBy(person)).extracting(Charge::id).containsExactly(paid);
        assertThat(store.own(person, march)).isPresent();
        assertThat(store.own(person, other)).isEmpty();
        assertThat(store.owedBy(UUID.randomUUID())).isEmpty();
        assertThat(store.find(List.of(other, ChargeRows.id())))
                .extracting(Charge::traderName)
                .containsExactly("Hoa");
    }
}
