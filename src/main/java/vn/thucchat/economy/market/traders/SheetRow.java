package vn.thucchat.economy.market.traders;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/**
 * A row of the spreadsheet, understood.
 *
 * @param row as the spreadsheet program counts
 * @param trader null where nobody rents the stall
 * @param rentVnd đồng in a month, 0 where none was given
 * @param account null where the stall is not paid by VietQR
 */
record SheetRow(
        int row,
        String zone,
        String number,
        @Nullable BigDecimal areaM2,
        String goods,
        @Nullable Person trader,
        long rentVnd,
        AccountsOfMarket.@Nullable Draft account) {

    /** @param mark of the personal number, equal for equal ones */
    record Person(
            Trader.Kind kind,
            String name,
            TraderReading read,
            @Nullable String mark,
            LocalDate joinedOn) {

        /** Rows of one person have the same. */
        String identity() {
            return mark != null
                    ? "person " + mark
                    : read.taxCode() != null
                            ? "tax " + read.taxCode()
                            : kind + " " + NameSearchKey.of(name) + " " + (read.phone() == null ? "" : read.phone());
        }
    }
}
