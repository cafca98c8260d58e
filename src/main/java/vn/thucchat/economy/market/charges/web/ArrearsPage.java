package vn.thucchat.economy.market.charges.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Table;

/**
 * Who is behind with charges at which stall, and since when.
 *
 * @param total of all that was looked for, whatever part of the list is shown
 * @param reminded the last reminder of each who has one
 */
public record ArrearsPage(
        Market market,
        LocalDate today,
        Total total,
        List<Charge.Arrears> arrears,
        Map<ArrearsReminders.Debtor, ArrearsReminders.Reminder> reminded,
        Table table) {

    /** @param owedVnd đồng, of {@code count} charges of {@code stalls} stalls */
    public record Total(int stalls, int count, long owedVnd) {}

    static Total total(List<Charge.Arrears> all) {
        return new Total(
                (int) all.stream().map(Charge.Arrears::stall).distinct().count(),
                all.stream().mapToInt(Charge.Arrears::count).sum(),
                all.stream().mapToLong(Charge.Arrears::owedVnd).sum());
    }

    public long days(Charge.Arrears of) {
        return ChronoUnit.DAYS.between(of.since(), today);
    }

    public ArrearsReminders.@Nullable Reminder reminder(Charge.Arrears of) {
        return reminded.get(of.debtor());
    }
}
