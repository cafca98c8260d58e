package vn.thucchat.foundation.money.accounts.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.accounts.BookUnits;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;

/**
 * The banks' messengers and the form that opens another. What one proves itself with is never shown again.
 *
 * @param next the address of the next part, or null at the end
 */
public record ConnectionsPage(
        List<Line> lines, @Nullable String next, Form<?> form, List<Option> units, List<Option> providers) {

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
