package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.credentials.CredentialType.Held;

/** Reads at which stalls of which markets those who sign in as traders trade, by their contracts. */
@Component
record TraderCredentialStore(JdbcClient jdbc) {

    /**
     * A contract that holds, of a trader who has not left, at a stall that is open.
     *
     * @param toOn its last day, or null
     */
    record Row(
            UUID id,
            String marketCode,
            String marketName,
            String stall,
            Trader.Kind kind,
            String trader,
            LocalDate fromOn,
            @Nullable LocalDate toOn,
            boolean synthetic) {}

    private static final String FROM = """
            FROM market.contract c
            JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            JOIN market.stall s ON s.market = c.market AND s.id = c.stall
            JOIN market.market m ON m.id = c.market
            """;
    private static final String GOES_ON = """
            AND t.left_on IS NULL AND s.closed_on IS NULL AND m.closed_on IS NULL
            AND c.from_on <= :day AND (c.to_on IS NULL OR c.to_on >= :day)
            """;
    private static final String OF_ACCOUNT =
            """
            SELECT c.id, m.code AS market_code, m.name AS market_name, s.number AS stall, t.kind, t.name AS trader, c.from_on,
                c.to_on, t.synthetic
            """ + FROM + "WHERE t.account = :account " + GOES_ON + "ORDER BY c.id LIMIT 50";
    private static final String STANDING = "SELECT t.account, c.id AS holding " + FROM
            + "JOIN unnest(:accounts::uuid[], :holdings::uuid[]) AS h (account, holding)"
            + " ON h.holding = c.id AND h.account = t.account WHERE true " + GOES_ON;

    List<Row> of(UUID account, LocalDate day) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .param("day", day)
                .query(Rows.of(Row.class))
                .list();
    }

    /** Of contracts, those that hold, of a trader who signs in by the same account. */
    Set<Held> standing(Collection<Held> issued, LocalDate day) {
        var sql = jdbc.sql(STANDING)
                .param("accounts", issued.stream().map(Held::account).toArray(UUID[]::new))
                .param("holdings", issued.stream().map(Held::holding).toArray(UUID[]::new))
                .param("day", day);
        return Set.copyOf(sql.query(Rows.of(Held.class)).list());
    }
}
