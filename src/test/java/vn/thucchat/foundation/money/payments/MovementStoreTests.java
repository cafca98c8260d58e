package vn.thucchat.foundation.money.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import vn.thucchat.foundation.money.ledger.StoredPayables;

@NullMarked
class MovementStoreTests extends MoneyStoreTest {

    private MovementStore store;
    private MovementLookupStore lookup;
    private MovementSumStore sums;

    @BeforeAll
    void store() {
        store = new MovementStore(template());
        lookup = new MovementLookupStore(jdbc);
        sums = new MovementSumStore(jdbc);
    }

    @Test
    void numbers_have_no_gap_and_the_last_stated_day_never_goes_back() {
        int account = account();
        moved(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        moved(account, aMovement().at(NOON.plus(Duration.ofDays(3))));
        moved(account, aMovement().from(Movement.Source.STATEMENT, "s2").at(NOON.minus(Duration.ofDays(3))));
        assertThat(lookup.last(List.of(account, -1))).containsExactlyEntriesOf(Map.of(account, 3L));
        assertThat(transactions.<Map<Integer, MovementStore.Count>>execute(_ -> store.lock(List.of(account))))
                .containsExactlyEntriesOf(Map.of(account, new MovementStore.Count(3, DAY)));
    }

    @Test
    void a_movement_is_known_by_its_teller_s_number_or_by_another_teller_s_reference_day_amount_and_direction() {
        int account = account();
        int other = account();
        Movement told =
                moved(account, aMovement().from(Movement.Source.SEPAY, "17").referring("FT1"));
        moved(
                account,
                aMovement().from(Movement.Source.SEPAY, "16").referring("FT1").at(NOON.minus(Duration.ofDays(1))));
        assertThat(store.known(List.of(
                        arrival(account, Movement.Source.SEPAY, "17", null, 99),
                        arrival(account, Movement.Source.CASSO, "17", null, 15_000),
                        arrival(account, Movement.Source.CASSO, "18", "FT1", 15_000),
                        arrival(account, Movement.Source.CASSO, "19", "FT1", 15_001),
                        arrival(account, Movement.Source.SEPAY, "20", "FT1", 15_000),
                        arrival(account, Movement.Source.STATEMENT, "s1", "FT1", 15_000),
                        arrival(other, Movement.Source.SEPAY, "17", "FT1", 15_000))))
                .containsExactly(
                        new MovementStore.Again(0, 0, true),
                        new MovementStore.Again(2, told.number(), true),
                        new MovementStore.Again(2, told.number() + 1, false));
        new TransactionReportStore(jdbc)
                .claim(
                        List.of(new TransactionReports.Claim(
                                account, told.number(), Movement.Source.CASSO, "18", "FT1")),
                        NOON);
        assertThat(store.known(List.of(
                        arrival(account, Movement.Source.CASSO, "18", "FT1", 15_000),
                        arrival(account, Movement.Source.CASSO, "21", "FT1", 15_000))))
                .as("a movement is another teller's once")
                .containsExactly(
                        new MovementStore.Again(0, 0, true),
                        new MovementStore.Again(0, told.number() + 1, false),
                        new MovementStore.Again(1, told.number() + 1, false));
        assertThatThrownBy(() -> moved(account, aMovement().from(Movement.Source.SEPAY, "17")))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(moved(account, aMovement().referring("FT1")).number()).isEqualTo(3);
    }

    @Test
    void what_comes_after_is_told_for_each_account_by_itself_and_no_more_than_asked() {
        int one = account();
        int two = account();
        for (int i = 0; i < 3; i++) moved(one, aMovement());
        Movement last = moved(two, aMovement());
        assertThat(lookup.after(Map.of(one, 1L, two, 0L), 1))
                .extracting(Movement::account, Movement::number)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(one, 2L), org.assertj.core.groups.Tuple.tuple(two, 1L));
        assertThat(lookup.after(Map.of(one, 3L), 10)).isEmpty();
        assertThat(lookup.find(last.id())).contains(last);
        assertThat(lookup.find(two, 1)).contains(last);
        assertThat(lookup.find(two, 2)).isEmpty();
        assertThat(lookup.find(UUID.randomUUID())).isEmpty();
        assertThat(lookup.find(List.of(one, two, two), List.of(3L, 1L, 9L))).hasSize(2);
    }

    @Test
    void days_are_read_from_their_end() {
        int account = account();
        moved(account, aMovement().at(NOON.plus(Duration.ofDays(1))));
        moved(account, aMovement());
        moved(account, aMovement());
        moved(account, aMovement().at(NOON.minus(Duration.ofDays(9))));
        LocalDate next = DAY.plusDays(1);
        assertThat(lookup.before(account, next.plusDays(1), 0, DAY, next, 10))
                .extracting(Movement::number)
                .containsExactly(1L, 3L, 2L);
        assertThat(lookup.before(account, DAY, 3, DAY, next, 10))
                .extracting(Movement::number)
                .containsExactly(2L);
    }

    @Test
    void what_came_for_a_code_is_read_in_its_order() {
        int account = account();
        Movement first = moved(account, aMovement().naming("TCA1"));
        moved(account, aMovement().naming("TCA2"));
        moved(account, aMovement().naming("TCA1").out());
        Movement second = moved(account, aMovement().naming("TCA1"));
        moved(account(), aMovement().naming("TCA1"));
        assertThat(sums.named(account, "TCA1", first.day())).containsExactly(first, second);
        assertThat(sums.named(account, "TCA1", first.day().plusDays(1))).isEmpty();
    }

    @Test
    void totals_are_of_what_came_in() {
        int account = account();
        moved(account, aMovement());
        moved(account, aMovement().of(5_000).out());
        moved(account, aMovement().at(NOON.plus(Duration.ofDays(1))));
        assertThat(sums.total(List.of(account), DAY, DAY)).isEqualTo(new Payments.Total(1, 15_000));
        assertThat(sums.total(List.of(account()), DAY, DAY)).isEqualTo(new Payments.Total(0, 0));
    }

    @Test
    void short_payments_are_listed_while_the_rest_is_owed() {
        int account = account();
        var payables = new StoredPayables(template());
        payables.insert(asked(account, "TCAAAA2222X", 20_000));
        moved(account, aMovement().was(MatchStatus.UNDERPAID).naming("TCAAAA2222X"));
        assertThat(sums.shortPaid(List.of(account), DAY, 10)).hasSize(1);
        assertThat(sums.shortPaid(List.of(account), DAY.plusDays(1), 10)).isEmpty();
        payables.pay(asked(account, "TCAAAA2222X", 20_000).paying(20_000));
        assertThat(sums.shortPaid(List.of(account), DAY, 10)).isEmpty();
    }
}
