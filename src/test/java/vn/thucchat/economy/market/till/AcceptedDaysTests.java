package vn.thucchat.economy.market.till;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.till.StallHistory.Days;
import vn.thucchat.economy.market.traders.StallAccount;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class AcceptedDaysTests {

    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);
    private static final Days MARCH = new Days(DAY, LocalDate.of(2026, 3, 31));

    @Test
    void an_account_of_two_stalls_counts_once_on_each_day() {
        var accepted = List.of(account(7, -20, 9), account(7, 5, 14), account(7, 15, 15), account(7, 20, null));
        assertThat(AcceptedDays.of(accepted, MARCH))
                .isEqualTo(Map.of(
                        days(0, 15), Set.of(7),
                        days(20, 30), Set.of(7)));
    }

    @Test
    void accounts_of_the_same_days_are_summed_together_and_those_of_other_days_not_at_all() {
        var accepted = List.of(account(7, -20, null), account(8, 0, 60), account(9, -20, -1), account(10, 31, null));
        assertThat(AcceptedDays.of(accepted, MARCH)).isEqualTo(Map.of(MARCH, Set.of(7, 8)));
    }

    @Test
    void what_two_had_at_once_is_told_by_its_days() {
        var some = List.of(account(7, 0, 9), account(8, 0, null));
        assertThat(AcceptedDays.common(some, List.of(account(7, 9, null), account(9, 0, null)), MARCH))
                .containsExactly(days(9, 9));
        assertThat(AcceptedDays.common(some, List.of(account(7, 10, null)), MARCH))
                .as("in turn")
                .isEmpty();
        assertThat(AcceptedDays.common(some, List.of(account(8, 40, null)), MARCH))
                .as("later")
                .isEmpty();
    }

    private static Days days(int from, int to) {
        return new Days(DAY.plusDays(from), DAY.plusDays(to));
    }

    private static StallAccount account(int number, int from, @Nullable Integer to) {
        var id = new UUID(0, number);
        return new StallAccount(
                number,
                id,
                "cho",
                "Chợ",
                new UnitCode("05443"),
                id,
                "A1",
                id,
                "Hoa",
                DAY.plusDays(from),
                to == null ? null : DAY.plusDays(to),
                false);
    }
}
