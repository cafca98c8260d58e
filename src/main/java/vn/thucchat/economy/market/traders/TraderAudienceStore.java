package vn.thucchat.economy.market.traders;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads accounts of traders by their market. */
@Component
record TraderAudienceStore(JdbcClient jdbc) {

    private static final String MARKETS = """
            SELECT code FROM market.market
            WHERE unit = ANY (:units) AND synthetic = :synthetic AND closed_on IS NULL ORDER BY code LIMIT 500""";
    private static final String MEMBERS = """
            SELECT DISTINCT t.account FROM market.trader t JOIN market.market m ON m.id = t.market
            WHERE m.code = :market AND t.left_on IS NULL AND t.account > :after ORDER BY t.account LIMIT :limit""";

    List<String> markets(Collection<String> units, boolean synthetic) {
        return List.copyOf(jdbc.sql(MARKETS)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .query(String.class)
                .list());
    }

    List<UUID> members(String market, UUID after, int limit) {
        return List.copyOf(jdbc.sql(MEMBERS)
                .param("market", market)
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list());
    }
}
