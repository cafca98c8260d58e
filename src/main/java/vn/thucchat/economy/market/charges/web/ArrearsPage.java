package vn.thucchat.economy.market.charges.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;

/**
 * Which stalls are behind with their charges, and since when: the longest first.
 *
 * @param overdue all of the market's, whatever part of the list is shown
 */
public record ArrearsPage(
        Market market,
        LocalDate today,
        Charge.Overdue overdue,
        List<Charge.Arrears> arrears,
        @Nullable String next) {

    public long days(Charge.Arrears of) {
        return ChronoUnit.DAYS.between(of.since(), today);
    }
}
