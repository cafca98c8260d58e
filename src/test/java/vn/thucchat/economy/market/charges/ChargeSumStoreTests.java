package vn.thucchat.economy.market.charges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.identity.access.Persons;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.testing.StoreTest;

@NullMarked
class ChargeSumStoreTests extends StoreTest {

    private static final LocalDate MARCH = LocalDate.of(2026, 3, 1);
    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);

    private ChargeSumStore store;
    private ChargeRows rows;
    private UUID trader;

    @BeforeEach
    void market() {
        store = new ChargeSumStore(jdbc);
        rows = new ChargeRows(jdbc);
        trader = rows.trader("Hoa");
    }

    private UUID rent(String number, long amountVnd) {
        return rows.charge(rows.stall(number), trader, MARCH, Charge.Kind.RENT, amountVnd);
    }

    @Test
    void a_month_is_summed_by_kind_and_channel_without_what_was_called_off() {
        rows.paid(rent("A1", 100), MARCH, "cashless");
        rows.paid(rent("A2", 20), MARCH, "cash");
        rent("A3", 3);
        new ChargeStore(jdbc).cancel(rows.id, rent("A4", 4_000), MARCH);
        rows.charge(rows.stall("B1"), trader, MARCH, Charge.Kind.OTHER, 7);
        rows.charge(rows.stall("B2"), trader, MARCH.plusMonths(1), Charge.Kind.RENT, 9);

        assertThat(store.standing(rows.id, MARCH))
                .containsExactly(
                        new Charge.Standing(Charge.Kind.OTHER, 1, 7, 0, 0, 0),
                        new Charge.Standing(Charge.Kind.RENT, 3, 123, 2, 120, 1));
        assertThat(store.balance(rows.id, MARCH).getLast())
                .isEqualTo(new MarketBooks.OfKind(
                        Charge.Kind.RENT,
                        new Payments.Total(3, 123),
                        new Payments.Total(1, 100),
                        new Payments.Total(1, 20)));
        assertThat(store.balance(rows.id, MARCH.minusMonths(1))).isEmpty();
        assertThat(store.standing(new ChargeRows(jdbc).id, MARCH)).isEmpty();
        assertThat(store.accounts(rows.id)).containsExactly(7);
    }

    @Test
    void days_are_of_transfers_alone_both_ends_included() {
        rows.paid(rent("A1", 100), MARCH, "cashless");
        rows.paid(rent("A2", 10), MARCH, "cashless");
        rows.paid(rent("A3", 1), MARCH, "cash");
        rows.paid(rent("A4", 5), DUE, "cashless");
        assertThat(store.paidDays(rows.id, MARCH, DUE))
                .isEqualTo(Map.of(
                        new MarketBooks.At(7, MARCH), new Payments.Total(2, 110),
                        new MarketBooks.At(7, DUE), new Payments.Total(1, 5)));
        assertThat(store.paidDays(rows.id, MARCH.plusDays(1), DUE.minusDays(1))).isEmpty();
    }

    @Test
    void a_stall_is_behind_from_the_day_after_it_was_due_until_it_has_paid() {
        UUID one = rows.stall("A10");
        UUID march = rows.charge(one, trader, MARCH);
        rows.charge(one, trader, MARCH.minusMonths(1));
        rent("A2", 5);
        LocalDate after = DUE.plusDays(1);
        assertThat(store.arrears(rows.id, DUE, "", "", Map.of()))
                .as("March is due today")
                .singleElement()
                .isEqualTo(new Charge.Arrears(one, "A10", trader, "Hoa", 1, 100_000, DUE.minusMonths(1)));
        assertThat(store.arrears(rows.id, after, "", "", Map.of()))
                .extracting(Charge.Arrears::number)
                .as("the longest first")
                .containsExactly("A10", "A2");
        for (String[] looked : new String[][] {{"A1", "nobody"}, {"", "hoa"}})
            assertThat(store.arrears(rows.id, after, looked[0], looked[1], Map.of()))
                    .extracting(Charge.Arrears::number)
                    .contains("A10");
        assertThat(store.arrears(rows.id, after, "A3", "nobody", Map.of())).isEmpty();
        assertThat(store.arrears(rows.id, after, "", "", Map.of()).getFirst())
                .isEqualTo(new Charge.Arrears(one, "A10", trader, "Hoa", 2, 200_000, DUE.minusMonths(1)));
        assertThat(store.overdue(List.of(rows.id, UUID.randomUUID()), after, Map.of()))
                .containsExactly(Map.entry(rows.id, new Charge.Overdue(2, 3, 200_005, DUE.minusMonths(1))));
        assertThat(store.overdue(List.of(rows.id), DUE.minusMonths(1), Map.of()))
                .isEmpty();
        var inPart = Map.of(march, 90_000L, UUID.randomUUID(), 7L);
        assertThat(store.arrears(rows.id, after, "", "", inPart))
                .extracting(Charge.Arrears::owedVnd)
                .as("less what came in of it")
                .containsExactly(110_000L, 5L);
        assertThat(store.overdue(List.of(rows.id), after, inPart))
                .containsExactly(Map.entry(rows.id, new Charge.Overdue(2, 3, 110_005, DUE.minusMonths(1))));
        assertThat(store.accounts(List.of(rows.id), after)).containsExactly(7);
        assertThat(store.accounts(List.of(rows.id), DUE.minusMonths(1))).isEmpty();
        rows.paid(march, after, "cash");
        assertThat(store.arrears(rows.id, after, "", "", Map.of()).getFirst().count())
                .isEqualTo(1);
        assertThat(store.arrears(rows.id, DUE.minusMonths(2), "", "", Map.of())).isEmpty();
    }

    @Test
    void a_reminder_counts_once_by_its_id_and_cannot_be_changed() {
        UUID stall = rows.stall("A10");
        rows.charge(stall, trader, MARCH);
        List<Charge.Arrears> behind = store.arrears(rows.id, DUE.plusDays(1), "", "", Map.of());
        var reminders = new ArrearsReminderStore(jdbc);
        UUID id = UUID.randomUUID();
        Instant at = Instant.parse("2026-03-21T03:00:00Z");
        var by = Persons.a("MARKET_MANAGER", "05437");
        assertThat(reminders.insert(rows.id, id, behind, at, by)).isEqualTo(1);
        assertThat(reminders.insert(rows.id, id, behind, at, by)).isZero();
        UUID later = UUID.randomUUID();
        reminders.insert(rows.id, later, behind, at.plusSeconds(60), by);
        assertThat(reminders.latest(rows.id, List.of(stall)))
                .singleElement()
                .isEqualTo(
                        new ArrearsReminders.Reminder(later, stall, trader, 1, 100_000, at.plusSeconds(60), by.name()));
        assertThat(reminders.of(rows.id, id)).hasSize(1);
        assertThat(reminders.of(UUID.randomUUID(), id)).isEmpty();
        assertThatThrownBy(() -> jdbc.sql("DELETE FROM market.reminder").update())
                .hasMessageContaining("reminder");
    }
}
