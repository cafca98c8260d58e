package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import vn.thucchat.foundation.money.payments.MatchStatus;
import vn.thucchat.foundation.money.payments.Movement;

@NullMarked
class SaleTests {

    private static final Instant NOON = Instant.parse("2026-11-20T05:00:00Z");

    @Test
    void whatever_is_paid_and_taken_back_a_sale_stands_where_its_table_says() {
        Map<Sale.State, Set<Sale.State>> followed = new EnumMap<>(Sale.State.class);
        for (Sale.State state : Sale.State.values()) followed.put(state, EnumSet.noneOf(Sale.State.class));
        go(sale(0, List.of()), 4, followed);
        for (Sale.State state : Sale.State.values()) {
            Set<Sale.State> next = Objects.requireNonNull(followed.get(state));
            next.remove(state);
            assertThat(next).as("after %s", state).isEqualTo(Sale.State.LIFE.after(state));
        }
    }

    private static void go(Sale from, int steps, Map<Sale.State, Set<Sale.State>> followed) {
        if (steps == 0) return;
        for (Sale next : next(from)) {
            Objects.requireNonNull(followed.get(from.state())).add(next.state());
            go(next, steps - 1, followed);
        }
    }

    /** After less, as much, and more than is owed came, and after a payment that counted in whole was taken back. */
    private static List<Sale> next(Sale sale) {
        var next = new ArrayList<Sale>();
        for (long amountVnd : new long[] {4_000, 6_000, 10_000, 15_000}) {
            long owed = sale.owedVnd();
            MatchStatus outcome = owed == 0
                    ? MatchStatus.DUPLICATE
                    : amountVnd > owed
                            ? MatchStatus.OVERPAID
                            : amountVnd < owed ? MatchStatus.UNDERPAID : MatchStatus.MATCHED;
            var payments = new ArrayList<>(sale.payments());
            payments.add(payment(amountVnd, outcome));
            next.add(sale(sale.countedVnd() + Math.min(amountVnd, owed), payments));
        }
        for (Movement payment : sale.payments())
            if (payment.outcome() == MatchStatus.UNDERPAID || payment.outcome() == MatchStatus.MATCHED) {
                var left = new ArrayList<>(sale.payments());
                left.remove(payment);
                next.add(sale(sale.countedVnd() - payment.amountVnd(), left));
            }
        return next;
    }

    private static Sale sale(long countedVnd, List<Movement> payments) {
        return new Sale(
                new UUID(0, 1), new UUID(0, 2), new UUID(0, 3), 1, "TCSALE2222X", 10_000, countedVnd, NOON, payments);
    }

    private static Movement payment(long amountVnd, MatchStatus outcome) {
        return new Movement(
                1,
                1,
                UUID.randomUUID(),
                NOON,
                LocalDate.of(2026, 11, 20),
                NOON,
                true,
                amountVnd,
                outcome,
                Movement.Source.SEPAY,
                "1",
                null,
                null,
                false);
    }
}
