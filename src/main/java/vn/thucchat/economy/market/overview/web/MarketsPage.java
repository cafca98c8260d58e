package vn.thucchat.economy.market.overview.web;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.overview.MarketSummaries;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * The list of markets.
 *
 * @param total of all that were looked for, whatever part of the list is shown
 * @param month of which the payments are: the running one
 * @param official whether the reader has markets of their own
 * @param onMap markets that the map beside the list shows; none where the list is filtered, and no map is shown
 */
public record MarketsPage(
        List<Row> rows,
        MarketSummaries.Total total,
        YearMonth month,
        boolean official,
        boolean mayOpen,
        List<Market> onMap,
        Table table) {

    /** A market with its commune's name. */
    public record Row(MarketSummaries.Summary of, String place) {}

    /** Columns that the list can be sorted by. */
    enum Order {
        NAME,
        STALLS,
        PAYMENTS;

        Comparator<Row> comparator() {
            Comparator<Row> by = switch (this) {
                case NAME -> Comparator.comparing(row -> row.of().market().name(), VietnameseText.ORDER);
                case STALLS -> Comparator.comparingInt(row -> row.of().counts().stalls());
                case PAYMENTS -> Comparator.comparingLong(Order::payments);
            };
            return by.thenComparing(row -> row.of().market().code());
        }

        /** Below 0 where it is not told: its place in the list tells nothing either. */
        private static long payments(Row row) {
            Payments.@Nullable Total received = row.of().received();
            return received == null ? -1 : received.count();
        }
    }

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(Order.NAME, "market.name"),
            Table.Column.of("market.unit"),
            Table.Column.by(Order.STALLS, "market.count.stalls").numbers(),
            Table.Column.of("market.count.traders").numbers(),
            Table.Column.by(Order.PAYMENTS, "market.list.paid").numbers());

    /** Of the stalls, in per cent, how many have a QR code; null where there is no stall. */
    public static @Nullable BigDecimal equipped(Market.Counts counts) {
        return MarketDayPage.share(counts.equipped(), counts.stalls());
    }
}
