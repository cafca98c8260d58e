package vn.thucchat.economy.market.register;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.market} and {@code market.zone}. */
@Component
record MarketStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
            id, code, name, unit, class AS market_class, address, connection, charges_account, opened_on, closed_on,
            synthetic, version
            FROM market.market
            """;
    private static final String BY_CODE = "SELECT " + COLUMNS + "WHERE code = :code";
    private static final String NAMES = "SELECT code, name FROM market.market WHERE code = ANY (:codes)";
    private static final String BY_ID = "SELECT " + COLUMNS + "WHERE id = :id";
    /** In the order of Vietnamese names. A code that is not there any more is before the first. */
    private static final String PAGE = "SELECT " + COLUMNS + """
            WHERE (name COLLATE "vi-x-icu", code)
                > (coalesce((SELECT a.name FROM market.market a WHERE a.code = :after), '') COLLATE "vi-x-icu", :after)
                AND (:everywhere OR unit = ANY (:units)) AND (:words = '' OR position(:words in code) > 0)
            ORDER BY name COLLATE "vi-x-icu", code LIMIT :limit""";

    private static final String COUNTS = """
            SELECT m.id,
                (SELECT count(*) FROM market.stall s WHERE s.market = m.id AND s.closed_on IS NULL) AS stalls,
                (SELECT count(DISTINCT a.stall) FROM market.acceptance a
                 JOIN market.stall s ON s.market = a.market AND s.id = a.stall AND s.closed_on IS NULL
                 WHERE a.market = m.id AND a.to_on IS NULL) AS equipped,
                (SELECT count(*) FROM market.trader t WHERE t.market = m.id AND t.left_on IS NULL) AS traders
            FROM market.market m WHERE m.id = ANY (:markets)""";
    private static final String INSERT = """
            INSERT INTO market.market (id, code, name, unit, class, address, connection, charges_account, opened_on,
                closed_on, synthetic)
            VALUES (:id, :code, :name, :unit, :class, :address, :connection, :charges, :opened, :closed, :synthetic)
            ON CONFLICT (code) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE market.market SET name = :name, class = :class, address = :address, connection = :connection,
                charges_account = :charges, opened_on = :opened, closed_on = :closed, version = version + 1
            WHERE id = :id AND version = :version""";

    private static final String SHARING = """
            SELECT name FROM market.market
            WHERE charges_account = ANY (:accounts) AND id <> :market ORDER BY name COLLATE "vi-x-icu" LIMIT 20""";

    private static final String OF_ACCOUNTS = """
            SELECT charges_account AS account, string_agg(name, ', ' ORDER BY name COLLATE "vi-x-icu") AS names FROM market.market
            WHERE charges_account = ANY (:accounts) GROUP BY charges_account""";

    /** Reads one row per account, so at most as many rows as there are markets. */
    private static final String BY_ACCOUNT = """
            SELECT charges_account AS account, string_agg(name, ', ' ORDER BY name COLLATE "vi-x-icu") AS names FROM market.market
            WHERE charges_account IS NOT NULL GROUP BY charges_account""";

    /** One spreadsheet at a time. */
    private static final String LOCK = "SELECT version FROM market.market WHERE id = :id FOR UPDATE";

    private static final String ZONES = """
            SELECT z.market, z.id, z.name, z.sort,
                (SELECT count(*) FROM market.stall s
                 WHERE s.market = z.market AND s.zone = z.id AND s.closed_on IS NULL) AS stalls
            FROM market.zone z WHERE z.market = :market ORDER BY z.sort, z.name COLLATE "vi-x-icu"
            """;
    private static final String INSERT_ZONES = """
            INSERT INTO market.zone (market, id, name, sort)
            SELECT :market, z.id, z.name,
                (SELECT coalesce(max(sort), 0) FROM market.zone WHERE market = :market) + z.sort
            FROM unnest(:ids::uuid[], :names::text[]) WITH ORDINALITY AS z (id, name, sort)
            ON CONFLICT (market, name) DO NOTHING""";
    private static final String RENAME_ZONE = """
            UPDATE market.zone SET name = :name WHERE market = :market AND id = :id""";

    Optional<Market> find(String code) {
        return jdbc.sql(BY_CODE)
                .param("code", code)
                .query(Rows.of(Market.class))
                .optional();
    }

    /** Names by code. */
    Map<String, String> names(Collection<String> codes) {
        var names = new HashMap<String, String>();
        jdbc.sql(NAMES).param("codes", codes.toArray(String[]::new)).query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    Optional<Market> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(Rows.of(Market.class)).optional();
    }

    /**
     * @param units null: everywhere
     * @param after the code of the last one of the page before, or empty
     */
    List<Market> page(@Nullable Collection<String> units, String words, String after, int limit) {
        return jdbc.sql(PAGE)
                .param("after", after)
                .param("everywhere", units == null)
                .param("units", units == null ? new String[0] : units.toArray(String[]::new))
                .param("words", words)
                .param("limit", limit)
                .query(Rows.of(Market.class))
                .list();
    }

    Map<UUID, Market.Counts> counts(Collection<UUID> markets) {
        var counts = new HashMap<UUID, Market.Counts>();
        jdbc.sql(COUNTS).param("markets", markets.toArray(UUID[]::new)).query(row -> {
            counts.put(
                    row.getObject("id", UUID.class),
                    new Market.Counts(row.getInt("stalls"), row.getInt("equipped"), row.getInt("traders")));
        });
        return counts;
    }

    /** @return false when the code is taken */
    boolean insert(Market market) {
        return written(INSERT, market)
                        .param("code", market.code())
                        .param("unit", market.unit().value())
                        .param("synthetic", market.synthetic())
                        .update()
                == 1;
    }

    /** @return false when somebody else changed it since this version */
    boolean update(Market market) {
        return written(UPDATE, market).param("version", market.version()).update() == 1;
    }

    private JdbcClient.StatementSpec written(String sql, Market market) {
        return jdbc.sql(sql)
                .param("id", market.id())
                .param("name", market.name())
                .param("class", market.marketClass())
                .param("address", market.address())
                .param("connection", market.connection())
                .param("charges", market.chargesAccount())
                .param("opened", market.openedOn())
                .param("closed", market.closedOn());
    }

    /** The names of other markets that take their charges on one of the accounts. */
    List<String> sharing(UUID market, Collection<Integer> accounts) {
        return jdbc.sql(SHARING)
                .param("market", market)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query((row, number) -> row.getString("name"))
                .list();
    }

    /** Whoever else imports into it waits until this transaction ends. */
    void lock(UUID market) {
        jdbc.sql(LOCK).param("id", market).query(Integer.class).single();
    }

    List<Zone> zones(UUID market) {
        return jdbc.sql(ZONES)
                .param("market", market)
                .query(Rows.of(Zone.class))
                .list();
    }

    /** Those of a name that is there already are left as they are. */
    int insertZones(UUID market, List<Zone> zones) {
        return Batch.of(zones)
                .uuid("ids", Zone::id)
                .text("names", Zone::name)
                .update(jdbc.sql(INSERT_ZONES).param("market", market));
    }

    boolean renameZone(UUID market, UUID id, String name) {
        return jdbc.sql(RENAME_ZONE)
                        .param("market", market)
                        .param("id", id)
                        .param("name", name)
                        .update()
                == 1;
    }

    /** Finds, by account number, the name of the market whose charges are paid into the account. */
    Map<Integer, String> namesByAccount(Collection<Integer> accounts) {
        return names(jdbc.sql(OF_ACCOUNTS).param("accounts", accounts.toArray(Integer[]::new)));
    }

    /** The same, of all accounts that any market's charges are paid into. */
    Map<Integer, String> namesByAccount() {
        return names(jdbc.sql(BY_ACCOUNT));
    }

    private static Map<Integer, String> names(JdbcClient.StatementSpec sql) {
        var names = new HashMap<Integer, String>();
        sql.query(row -> {
            names.put(row.getInt("account"), row.getString("names"));
        });
        return names;
    }
}
