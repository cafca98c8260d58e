package vn.thucchat.foundation.money.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.money.formats.StatementFault;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.testing.TestTime;

/** The stores of statements and of what they are compared with. */
@NullMarked
class ReconciliationStoreTests extends MoneyStoreTest {

    private static final LocalDate NEXT = DAY.plusDays(1);

    private ReconciliationStore store;
    private BankStatementStore statements;

    @BeforeAll
    void store() {
        store = new ReconciliationStore(jdbc);
        statements = new BankStatementStore(jdbc);
    }

    @Test
    void a_movement_stated_twice_counts_once_for_its_day() {
        int account = account();
        Movement in = moved(account, aMovement());
        Movement out = moved(account, aMovement().of(5_000).out());
        stated(account, List.of(DAY, DAY), List.of(in.number(), out.number()));
        stated(account, List.of(DAY), List.of(in.number()));
        assertThat(store.stated(account, DAY, DAY))
                .containsExactlyInAnyOrder(
                        new ReconciliationStore.Sum(DAY, true, 1, 15_000),
                        new ReconciliationStore.Sum(DAY, false, 1, 5_000));
        assertThat(store.recorded(account, DAY, DAY)).hasSameElementsAs(store.stated(account, DAY, DAY));
        assertThat(store.stated(account, NEXT, NEXT)).isEmpty();
        assertThat(store.byOutcome(account, DAY))
                .containsExactly(
                        new Reconciliation.OfOutcome(MatchStatus.IGNORED_DEBIT, new Payments.Total(1, 5_000)),
                        new Reconciliation.OfOutcome(MatchStatus.UNMATCHED, new Payments.Total(1, 15_000)));
    }

    @Test
    void differences_are_told_apart() {
        int account = account();
        Movement silent = moved(account, aMovement());
        Movement only = moved(account, aMovement().from(Movement.Source.STATEMENT, "s1"));
        Movement late = moved(account, aMovement());
        stated(account, List.of(DAY, NEXT), List.of(only.number(), late.number()));
        assertThat(store.notStated(account, DAY, 10)).containsExactly(silent);
        assertThat(store.statedOnly(account, DAY, 10)).containsExactly(only);
        assertThat(store.otherDay(account, DAY, 10)).containsExactly(late);
        assertThat(store.otherDay(account, NEXT, 10)).containsExactly(late);
        assertThat(store.notStated(account, DAY, 0)).isEmpty();
    }

    @Test
    void statements_are_found_by_their_file_and_their_days() {
        int account = account();
        moved(account, aMovement());
        KeptStatement first = stated(account, List.of(DAY), List.of(1L));
        KeptStatement second = stated(account, List.of(NEXT), List.of(1L));
        assertThat(statements.find(account, hash(first))).contains(first);
        assertThat(statements.find(account(), hash(first))).isEmpty();
        assertThat(statements.find(account, first.id())).contains(first);
        assertThat(statements.find(account(), first.id())).isEmpty();
        assertThat(statements.page(account, new UUID(-1, -1), 10)).containsExactly(second, first);
        assertThat(statements.page(account, second.id(), 10)).containsExactly(first);
        assertThat(statements.closings(List.of(account)))
                .as("none tells a balance")
                .isEmpty();
        assertThat(statements.covering(account, DAY, DAY)).containsExactly(first);
        assertThat(statements.covering(account, DAY, NEXT)).containsExactly(first, second);
    }

    @Test
    void what_was_left_out_is_kept_in_its_order() {
        int account = account();
        KeptStatement statement = stated(account, List.of(), List.of());
        var notes = List.of(
                new StatementFault(7, "FT1 · 0 VND", StatementFault.Reason.ZERO),
                new StatementFault(0, null, StatementFault.Reason.BALANCE));
        statements.note(account, statement.id(), notes);
        assertThat(statements.notes(account, statement.id())).isEqualTo(notes);
        assertThat(statements.notes(account(), statement.id())).isEmpty();
    }

    @Test
    void the_balance_of_an_account_is_what_the_statement_of_its_last_day_tells() {
        int account = account();
        stated(account, List.of(NEXT), List.of(1L), 900L);
        stated(account, List.of(DAY), List.of(1L), 100L);
        stated(account, List.of(NEXT.plusDays(1)), List.of(1L));
        assertThat(statements.closings(List.of(account, account())))
                .containsExactly(new Statements.Closing(account, NEXT, 900));
    }

    private KeptStatement stated(int account, List<LocalDate> days, List<Long> movements) {
        return stated(account, days, movements, null);
    }

    private KeptStatement stated(
            int account, List<LocalDate> days, List<Long> movements, @org.jspecify.annotations.Nullable Long closing) {
        var statement = new KeptStatement(
                account,
                Ids.next(TestTime.CLOCK),
                "sao-ke.xml",
                days.isEmpty() ? DAY : Collections.min(days),
                days.isEmpty() ? DAY : Collections.max(days),
                days.size(),
                0,
                true,
                null,
                closing,
                null,
                0,
                0,
                NOON);
        statements.insert(statement, hash(statement), UUID.randomUUID(), days, movements);
        return statement;
    }

    private static String hash(KeptStatement statement) {
        return Sha256.hex(statement.id().toString());
    }
}
