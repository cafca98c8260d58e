package vn.thucchat.economy.market.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.UnitCode;

@NullMarked
class MarketTotalTests {

    @Test
    void invented_markets_are_summed_up_only_where_there_is_no_real_one() {
        var real = of(false, new Payments.Total(2, 50_000));
        var few = of(false, null);
        var invented = of(true, new Payments.Total(9, 900_000));
        assertThat(MarketSummaries.Total.of(List.of(invented, real, few)))
                .isEqualTo(new MarketSummaries.Total(
                        2, new Market.Counts(20, 8, 12), new Payments.Total(2, 50_000), 1, false, 1));
        assertThat(MarketSummaries.Total.of(List.of(invented)))
                .isEqualTo(new MarketSummaries.Total(
                        1, new Market.Counts(10, 4, 6), new Payments.Total(9, 900_000), 0, true, 0));
    }

    private static MarketSummaries.Summary of(boolean synthetic, Payments.@Nullable Total received) {
        var market = new Market(
                UUID.randomUUID(),
                "cho-thu",
                "Chợ Thử",
                new UnitCode("05437"),
                null,
                "",
                null,
                null,
                LocalDate.of(2022, 1, 1),
                null,
                synthetic,
                1);
        return new MarketSummaries.Summary(market, new Market.Counts(10, 4, 6), false, received);
    }
}
