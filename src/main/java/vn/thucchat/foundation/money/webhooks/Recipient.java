package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.database.RowTimes;

/**
 * Where the messages of a webhook go.
 *
 * @param secret what signs them, sealed
 * @param formerSecret what signs them too until {@code formerUntil}, sealed
 */
record Recipient(
        int account,
        UUID id,
        String url,
        String secret,
        @Nullable String formerSecret,
        @Nullable Instant formerUntil) {

    static final String COLUMNS = " w.account, w.id, w.url, w.secret, w.former_secret, w.former_until ";

    /** The host and its port as the address has them, for example {@code till.example:8443}. */
    String host() {
        return URI.create(url).getRawAuthority();
    }

    static Recipient of(ResultSet row, int number) throws SQLException {
        return new Recipient(
                row.getInt("account"),
                row.getObject("id", UUID.class),
                row.getString("url"),
                row.getString("secret"),
                row.getString("former_secret"),
                RowTimes.atOrNull(row, "former_until"));
    }
}
