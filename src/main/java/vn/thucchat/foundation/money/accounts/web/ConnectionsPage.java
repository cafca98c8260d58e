package vn.thucchat.foundation.money.accounts.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/**
 * The banks' messengers and the form that opens another. What one proves itself with is never shown again.
 */
public record ConnectionsPage(List<Line> lines, Table table, Form<?> form, List<Option> units, List<Option> providers) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("payments.connection.name"),
            Table.Column.of("payments.connection.provider"),
            Table.Column.of("payments.unit"),
            Table.Column.of("payments.connection.last"));

    /**
     * @param address what is given to the provider
     * @param heard when it told of a movement last, or null
     */
    public record Line(
            Connection connection,
            String unit,
            String address,
            @Nullable Instant heard) {

        static Line of(Connection connection, BookUnits units, String site, @Nullable Instant heard) {
            return new Line(
                    connection,
                    units.name(connection.unit()),
                    site + "/api/v1/payments/notifications/" + connection.id(),
                    heard);
        }
    }
}
