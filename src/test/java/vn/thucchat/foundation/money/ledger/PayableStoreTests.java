package vn.thucchat.foundation.money.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import vn.thucchat.foundation.money.payments.MoneyStoreTest;

@NullMarked
class PayableStoreTests extends MoneyStoreTest {

    private static final Map<String, UnaryOperator<Payable>> ACTS = Map.of(
            "pay", payable -> payable.with(20_000, Payable.State.PAID),
            "cancel", payable -> payable.with(payable.paidVnd(), Payable.State.CANCELLED),
            "reverse", payable -> payable.with(0, Payable.State.OPEN),
            "reverse cancelled", payable -> payable.with(0, Payable.State.CANCELLED));

    private PayableStore store;

    @BeforeAll
    void store() {
        store = new PayableStore(template());
    }

    @Test
    void what_is_asked_for_is_found_by_its_code_and_by_what_it_is_for() {
        int account = account();
        Payable one = asked(account, "TCBBBB2222X", 20_000);
        store.insert(List.of(one, asked(account, "TCBBBB3333X", 30_000)));
        assertThat(store.find(List.of("TCBBBB2222X", "TCNONE2222X"))).containsExactly(one);
        assertThat(store.of("tests.thing", List.of(one.originId(), UUID.randomUUID())))
                .containsExactly(one);
        assertThat(store.of("tests.other", List.of(one.originId()))).isEmpty();
        assertThatThrownBy(() -> store.insert(List.of(asked(account, "TCBBBB2222X", 1))))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void locked_are_those_of_the_account_in_one_order() {
        int one = account();
        int two = account();
        store.insert(List.of(asked(two, "TCCCCC2222X", 1), asked(one, "TCCCCC4444X", 1), asked(one, "TCCCCC3333X", 1)));
        var locked = java.util.Objects.requireNonNull(transactions.<List<Payable>>execute(_ -> store.lock(
                List.of(two, one, one, two), List.of("TCCCCC2222X", "TCCCCC4444X", "TCCCCC3333X", "TCCCCC3333X"))));
        assertThat(locked).extracting(Payable::code).containsExactly("TCCCCC3333X", "TCCCCC4444X", "TCCCCC2222X");
    }

    @Test
    void proposals_are_open_of_this_account_and_as_much_as_is_still_owed() {
        int account = account();
        Payable half = asked(account, "TCDDDD2222X", 20_000);
        Payable paid = asked(account, "TCDDDD3333X", 10_000);
        store.insert(List.of(half, paid, asked(account(), "TCDDDD4444X", 10_000)));
        store.change("pay", List.of(half.paying(10_000), paid.paying(10_000)));
        assertThat(store.open(account, 10_000, 5)).extracting(Payable::code).containsExactly("TCDDDD2222X");
        assertThat(store.open(account, 20_000, 5)).isEmpty();
        assertThat(store.paidInPart("tests.thing", List.of(account))).containsExactly(entry(half.originId(), 10_000L));
        assertThat(store.paidInPart("tests.other", List.of(account))).isEmpty();
        assertThat(store.beginning(account, "TCDDDD", 5))
                .extracting(Payable::code)
                .containsExactly("TCDDDD2222X");
        assertThat(store.beginning(account, "TCDDDD3", 5)).isEmpty();
    }

    @Test
    void nothing_is_paid_beyond_what_was_asked_and_paid_means_all_of_it() {
        Payable asked = asked(account(), "TCEEEE2222X", 20_000);
        store.insert(List.of(asked));
        for (Payable wrong : List.of(
                asked.with(20_001, Payable.State.PAID),
                asked.with(19_999, Payable.State.PAID),
                asked.with(20_000, Payable.State.OPEN),
                asked.with(-1, Payable.State.OPEN)))
            assertThatThrownBy(() -> store.change("pay", List.of(wrong)))
                    .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void every_change_is_one_of_the_life_of_a_payable() {
        for (Payable.State from : Payable.State.values()) {
            var reached = EnumSet.noneOf(Payable.State.class);
            for (var act : ACTS.entrySet()) {
                Payable asked = asked(account(), "TCFFFF2222X", 20_000);
                store.insert(List.of(asked));
                Payable before = asked.with(from == Payable.State.PAID ? 20_000 : 10_000, from);
                if (from == Payable.State.CANCELLED) store.change("cancel", List.of(asked.with(0, from)));
                else store.change("pay", List.of(before));
                Payable after = act.getValue().apply(before);
                try {
                    store.change(act.getKey(), List.of(after));
                    reached.add(after.state());
                } catch (IllegalStateException _) {
                    assertThat(Payable.State.LIFE.before(act.getKey())).doesNotContain(from.name());
                }
            }
            reached.remove(from);
            assertThat(reached).as("from %s", from).isEqualTo(Payable.State.LIFE.after(from));
        }
    }
}
