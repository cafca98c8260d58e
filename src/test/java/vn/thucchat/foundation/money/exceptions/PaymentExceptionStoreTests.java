package vn.thucchat.foundation.money.exceptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.exceptions.PaymentException.State;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;

/** The stores of money that waits: to be understood, and to be given back. */
@NullMarked
class PaymentExceptionStoreTests extends MoneyStoreTest {

    private static final String[] UNITS = {UNIT};
    private static final UUID CLERK = UUID.randomUUID();

    private PaymentExceptionStore store;
    private PaymentExceptionListStore list;
    private RefundStore refunds;
    private ReversalStore reversals;

    @BeforeAll
    void store() {
        store = new PaymentExceptionStore(jdbc);
        list = new PaymentExceptionListStore(jdbc);
        refunds = new RefundStore(jdbc);
        reversals = new ReversalStore(jdbc);
    }

    @Test
    void the_list_is_of_the_units_accounts_the_oldest_first_from_where_it_ended() {
        String unit = "05440";
        int account = account(unit, ReceivingAccount.Purpose.CHARGES, null);
        found(account, aMovement().at(NOON.plus(Duration.ofMinutes(1))));
        found(account, aMovement());
        found(account(), aMovement());
        var open = open(unit, PaymentExceptions.Filter.ALL, PaymentExceptions.OLDEST, Cursor.START);
        assertThat(open).extracting(PaymentException::movement).containsExactly(2L, 1L);
        PaymentException first = open.getFirst();
        Cursor after = Cursor.read(PaymentExceptions.Order.SINCE.place(first));
        assertThat(open(unit, PaymentExceptions.Filter.ALL, PaymentExceptions.OLDEST, after))
                .extracting(PaymentException::movement)
                .containsExactly(1L);
        assertThat(list.open(
                        new String[0], false, PaymentExceptions.Filter.ALL, PaymentExceptions.OLDEST, Cursor.START, 10))
                .isEmpty();
        assertThat(store.open(List.of(account), 1)).containsExactly(first);
        assertThat(store.waiting(List.of(account))).isEqualTo(new Payments.Total(2, 30_000));
        assertThat(store.waiting(account, DAY, DAY)).isEqualTo(Map.of(DAY, new Payments.Total(2, 30_000)));
        assertThat(store.waiting(account, DAY.plusDays(1), DAY.plusDays(9))).isEmpty();
    }

    @Test
    void the_list_is_ordered_by_anything_goes_on_where_it_ended_and_is_summed_as_it_is_narrowed() {
        String unit = "05443";
        int one = account(unit, ReceivingAccount.Purpose.CHARGES, null);
        int other = account(unit, ReceivingAccount.Purpose.CHARGES, null);
        found(one, aMovement().of(30_000));
        found(other, aMovement().of(10_000).at(NOON.plus(Duration.ofMinutes(1))));
        found(other, aMovement().of(20_000).at(NOON.plus(Duration.ofMinutes(2))));
        for (PaymentExceptions.Order by : PaymentExceptions.Order.values())
            for (boolean down : new boolean[] {false, true}) {
                var sort = new Sort<>(by, down);
                List<PaymentException> all = open(unit, PaymentExceptions.Filter.ALL, sort, Cursor.START);
                assertThat(all).as("%s", sort).hasSize(3);
                for (int i = 0; i < 3; i++)
                    assertThat(open(unit, PaymentExceptions.Filter.ALL, sort, Cursor.read(by.place(all.get(i)))))
                            .as("%s after %d", sort, i)
                            .isEqualTo(all.subList(i + 1, 3));
            }
        assertThat(open(
                        unit,
                        PaymentExceptions.Filter.ALL,
                        new Sort<>(PaymentExceptions.Order.WAITING, true),
                        Cursor.START))
                .extracting(PaymentException::waitingVnd)
                .containsExactly(30_000L, 20_000L, 10_000L);

        var large = new PaymentExceptions.Filter(null, null, 15_000, 25_000);
        assertThat(open(unit, large, PaymentExceptions.OLDEST, Cursor.START)).hasSize(1);
        assertThat(list.totals(new String[] {unit}, false, large))
                .containsExactly(new PaymentExceptions.Total(false, 1, 20_000, 0));
        assertThat(list.totals(new String[] {unit}, true, large))
                .as("only what is invented")
                .isEmpty();
        assertThat(list.totals(
                        new String[] {unit},
                        false,
                        new PaymentExceptions.Filter(MatchStatus.UNMATCHED, other, 0, Long.MAX_VALUE)))
                .containsExactly(new PaymentExceptions.Total(false, 2, 30_000, 0));
        assertThat(list.totals(
                        new String[] {unit},
                        false,
                        new PaymentExceptions.Filter(MatchStatus.OVERPAID, null, 0, Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void what_a_rule_closed_is_kept_with_the_rule_and_cannot_be_changed() {
        String unit = "05446";
        int account = account(unit, ReceivingAccount.Purpose.CHARGES, null);
        Movement short1 = moved(account, aMovement().was(MatchStatus.UNDERPAID));
        Movement unclear = moved(account, aMovement());
        store.insert(List.of(PaymentException.of(short1, 0), PaymentException.of(unclear, 15_000)));
        String[] units = {unit};
        assertThat(list.closedByRules(units, false, Cursor.START, 10))
                .singleElement()
                .satisfies(closed -> {
                    assertThat(closed.movement()).isEqualTo(short1.number());
                    assertThat(closed.rule()).isEqualTo(PaymentException.Rule.PART_PAYMENT);
                    assertThat(list.closedByRules(
                                    units, false, Cursor.read(PaymentExceptions.Order.SINCE.place(closed)), 10))
                            .isEmpty();
                });
        assertThatThrownBy(
                        () -> jdbc.sql("DELETE FROM payments.automatic_closure").update())
                .hasMessageContaining("automatic_closure");
    }

    /** However many closures an account has, its last are read: as many as a page shows. */
    @Test
    void a_page_of_what_rules_closed_reads_the_end_of_each_account() {
        String unit = "05452";
        for (int i = 0; i < 3; i++)
            jdbc.sql("""
                            INSERT INTO payments.automatic_closure (account, movement, closed_at, rule)
                            SELECT :account, n, :at + n * interval '1 second', 'PART_PAYMENT'
                            FROM generate_series(1, 3000) AS n""")
                    .param("account", account(unit, ReceivingAccount.Purpose.CHARGES, null))
                    .param("at", NOON.atOffset(ZoneOffset.UTC))
                    .update();
        jdbc.sql("ANALYZE payments.automatic_closure").update();
        String plan = String.join(
                "\n",
                jdbc.sql("EXPLAIN (ANALYZE, BUFFERS OFF, TIMING OFF) " + PaymentExceptionListStore.CLOSED)
                        .param("units", new String[] {unit})
                        .param("onlySynthetic", false)
                        .param("key", NOON.plus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                        .param("account", Integer.MAX_VALUE)
                        .param("movement", Long.MAX_VALUE)
                        .param("limit", 11)
                        .query(String.class)
                        .list());
        assertThat(plan).contains("automatic_closure_at").doesNotContain("actual rows=3000", "actual rows=9000");
        assertThat(plan).containsPattern("automatic_closure_at.*actual rows=11.00 loops=3");
    }

    private List<PaymentException> open(
            String unit, PaymentExceptions.Filter only, Sort<PaymentExceptions.Order> sort, Cursor after) {
        return list.open(new String[] {unit}, false, only, sort, after, 10);
    }

    @Test
    void a_decision_counts_once_and_for_the_version_that_was_seen() {
        int account = account();
        PaymentException finding = found(account, aMovement());
        assertThat(store.split(finding, 5_000)).isTrue();
        assertThat(store.split(finding, 5_000)).as("an old version").isFalse();
        PaymentException rest = store.find(account, 1).orElseThrow();
        assertThat(rest.waitingVnd()).isEqualTo(10_000);
        assertThat(store.decide(finding, PaymentException.Decision.KEPT, null, CLERK, NOON))
                .isFalse();
        assertThat(store.decide(rest, PaymentException.Decision.KEPT, null, CLERK, NOON))
                .isTrue();
        PaymentException kept = store.find(account, 1).orElseThrow();
        assertThat(kept.decision()).isEqualTo(PaymentException.Decision.KEPT);
        assertThat(kept.refundVnd()).isZero();
        assertThat(store.decide(kept, PaymentException.Decision.REFUNDED, null, CLERK, NOON))
                .as("decided")
                .isFalse();
        assertThat(store.find(account, 2)).isEmpty();
    }

    @Test
    void what_is_to_be_given_back_waits_until_a_payment_out_of_that_amount_did() {
        int account = account();
        moved(account, aMovement().out().at(NOON.minus(Duration.ofDays(1))));
        PaymentException first = refund(account);
        PaymentException second = refund(account);
        Movement less = moved(account, aMovement().of(14_000).out());
        Movement out = moved(account, aMovement().out());
        moved(account, aMovement());
        assertThat(refunds.waiting(UNITS, false, Instant.EPOCH, 0, 0, 100)).contains(first, second);
        assertThat(refunds.waiting(UNITS, false, NOON, account, first.movement(), 1))
                .containsExactly(second);
        assertThat(refunds.outgoing(first, 10)).containsExactly(out);

        assertThat(refunds.giveBack(first, less.number())).isFalse();
        assertThat(refunds.giveBack(first, first.movement())).isFalse();
        assertThat(refunds.giveBack(first, out.number())).isTrue();
        assertThat(refunds.giveBack(first, out.number())).isFalse();
        assertThat(refunds.giveBack(second, out.number())).isFalse();
        assertThat(refunds.outgoing(second, 10)).isEmpty();
        assertThat(refunds.waiting(UNITS, false, Instant.EPOCH, 0, 0, 100))
                .contains(second)
                .noneMatch(waiting -> waiting.movement() == first.movement() && waiting.account() == account);
        assertThat(store.find(account, first.movement()).orElseThrow().returned())
                .isEqualTo(out.number());
    }

    @Test
    void every_change_is_one_of_the_life_of_an_exception() {
        for (State from : State.values()) {
            var reached = EnumSet.noneOf(State.class);
            for (State to : State.values()) {
                PaymentException before = in(from);
                if (reach(before, to)) reached.add(to);
            }
            reached.remove(from);
            assertThat(reached).as("from %s", from).isEqualTo(State.LIFE.after(from));
            PaymentException before = in(from);
            assertThat(store.split(before, 1))
                    .isEqualTo(List.of(State.LIFE.before("split")).contains(from.name()));
        }
    }

    private PaymentException in(State state) {
        PaymentException found = found(account(), aMovement().referring("FT1"));
        if (state == State.RETURNED) reach(found, State.REFUNDED);
        PaymentException before = store.find(found.account(), 1).orElseThrow();
        assertThat(state == State.WAITING || reach(before, state)).isTrue();
        return store.find(found.account(), 1).orElseThrow();
    }

    /** Whether any act leads there. */
    private boolean reach(PaymentException from, State to) {
        int account = from.account();
        return switch (to) {
            case WAITING -> false;
            case ASSIGNED -> store.decide(from, PaymentException.Decision.ASSIGNED, null, CLERK, NOON);
            case REFUNDED -> store.decide(from, PaymentException.Decision.REFUNDED, null, CLERK, NOON);
            case DEPOSITED -> store.decide(from, PaymentException.Decision.DEPOSITED, null, CLERK, NOON);
            case KEPT -> store.decide(from, PaymentException.Decision.KEPT, null, CLERK, NOON);
            case RETURNED -> {
                long out = moved(account, aMovement().out()).number();
                yield refunds.giveBack(from, out)
                        || reversals.byReference(account, 15_000, List.of("FT1"), DAY, DAY).stream()
                                .anyMatch(payment -> reversals.giveBack(payment, out, NOON));
            }
        };
    }

    private PaymentException refund(int account) {
        PaymentException finding = found(account, aMovement());
        assertThat(store.decide(finding, PaymentException.Decision.REFUNDED, null, CLERK, NOON))
                .isTrue();
        return store.find(account, finding.movement()).orElseThrow();
    }

    private PaymentException found(int account, AMovement like) {
        Movement movement = moved(account, like);
        store.insert(List.of(PaymentException.of(movement, movement.amountVnd())));
        return store.find(account, movement.number()).orElseThrow();
    }
}
