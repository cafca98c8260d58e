package vn.thucchat.economy.market.traders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.search.SearchWords;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** The statements of {@code market.trader}. */
@Component
record TraderStore(JdbcClient jdbc) {

    /**
     * A trader with what is kept from view.
     *
     * @param mark equal for equal personal numbers
     */
    record Kept(
            Trader trader,
            @Nullable String personalNumber,
            @Nullable String mark,
            @Nullable String phone) {

        /** The same to identify and to reach, changed in what is open. */
        Kept with(Trader changed) {
            return new Kept(changed, personalNumber, mark, phone);
        }
    }

    private static final String TRADER = """
            SELECT market, id, kind, name, tax_code, personal_number_sealed AS personal_number,
                personal_number_mark AS mark, phone_sealed AS phone, account,
                joined_on, left_on, synthetic
            FROM market.trader
            """;
    private static final String BY_ID = TRADER + "WHERE market = :market AND id = :id";
    private static final String ANYWHERE = TRADER + "WHERE id = :id";
    private static final String OF_MARKET = TRADER + "WHERE market = :market AND left_on IS NULL ORDER BY id";
    private static final String OF_ACCOUNT = TRADER + "WHERE account = :account AND left_on IS NULL ORDER BY id";
    private static final String PAGE = TRADER + """
            WHERE market = :market AND (name COLLATE "vi-x-icu", id) > (:after, :id)
                AND (:words = '' OR position(:words in sought) > 0) AND (:left OR left_on IS NULL)
            ORDER BY name COLLATE "vi-x-icu", id LIMIT :limit""";
    /** Of every market in some units; the longest word finds by the index, the other words and the units sift. */
    private static final String SEARCH = """
            SELECT m.code AS market, m.name AS market_name, t.id, t.name, t.left_on IS NOT NULL AS gone
            FROM market.trader t JOIN market.market m ON m.id = t.market
            WHERE ' ' || t.sought LIKE :pattern AND ' ' || t.sought LIKE ALL (:others)
                AND m.unit = ANY (:units) AND (m.synthetic OR NOT :synthetic)
            ORDER BY CASE WHEN t.sought = :words THEN 0 WHEN starts_with(t.sought, :words) THEN 1
                    WHEN ' ' || t.sought LIKE ALL (:beginnings) THEN 2 ELSE 3 END,
                t.left_on IS NOT NULL, t.name COLLATE "vi-x-icu", t.id
            LIMIT :limit""";

    private static final String INSERT = """
            INSERT INTO market.trader (market, id, kind, name, sought, tax_code, personal_number_sealed,
                personal_number_mark, phone_sealed, account, joined_on, left_on, synthetic)
            SELECT :market, t.* FROM unnest(:ids::uuid[], :kinds::text[], :names::text[], :sought::text[],
                :taxes::text[], :numbers::text[], :marks::text[], :phones::text[], :accounts::uuid[], :joined::date[],
                :left::date[], :synthetic::boolean[]) AS t""";
    private static final String UPDATE = """
            UPDATE market.trader t SET kind = n.kind, name = n.name, sought = n.sought, tax_code = n.tax,
                personal_number_sealed = n.number, personal_number_mark = n.mark, phone_sealed = n.phone,
                account = n.account, joined_on = n.joined, left_on = n.left_on
            FROM unnest(:ids::uuid[], :kinds::text[], :names::text[], :sought::text[],
                :taxes::text[], :numbers::text[], :marks::text[], :phones::text[], :accounts::uuid[], :joined::date[],
                :left::date[], :synthetic::boolean[])
                AS n (id, kind, name, sought, tax, number, mark, phone, account, joined, left_on, synthetic)
            WHERE t.market = :market AND t.id = n.id""";
    private static final String TAKEN = """
            SELECT EXISTS (SELECT 1 FROM market.trader
                WHERE market = :market AND left_on IS NULL AND id <> :id AND (tax_code = :tax OR personal_number_mark = :mark))""";

    Optional<Kept> find(UUID market, UUID id) {
        return jdbc.sql(BY_ID)
                .param("market", market)
                .param("id", id)
                .query(Rows.of(Kept.class))
                .optional();
    }

    Optional<Kept> find(UUID id) {
        return jdbc.sql(ANYWHERE).param("id", id).query(Rows.of(Kept.class)).optional();
    }

    /** Those who have not left. */
    List<Kept> all(UUID market) {
        return jdbc.sql(OF_MARKET)
                .param("market", market)
                .query(Rows.of(Kept.class))
                .list();
    }

    List<Kept> ofAccount(UUID account) {
        return jdbc.sql(OF_ACCOUNT)
                .param("account", account)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** In the order of names, after one already seen. */
    List<Kept> page(UUID market, String words, boolean left, String after, UUID id, int limit) {
        return jdbc.sql(PAGE)
                .param("market", market)
                .param("words", words)
                .param("left", left)
                .param("after", after)
                .param("id", id)
                .param("limit", limit)
                .query(Rows.of(Kept.class))
                .list();
    }

    /** @param synthetic those of invented markets only */
    List<Traders.Hit> search(Collection<String> units, boolean synthetic, SearchWords words, int limit) {
        List<String> patterns = words.patterns();
        return jdbc.sql(SEARCH)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("pattern", patterns.getFirst())
                .param("others", patterns.stream().skip(1).toArray(String[]::new))
                .param("words", words.text())
                .param(
                        "beginnings",
                        words.words().stream().map(word -> "% " + word + "%").toArray(String[]::new))
                .param("limit", limit)
                .query(Rows.of(Traders.Hit.class))
                .list();
    }

    int insert(UUID market, List<Kept> traders) {
        return write(INSERT, market, traders);
    }

    int update(UUID market, List<Kept> traders) {
        return write(UPDATE, market, traders);
    }

    /** Whether another who has not left has the same tax code or personal number. */
    boolean taken(Kept kept) {
        return jdbc.sql(TAKEN)
                .param("market", kept.trader().market())
                .param("id", kept.trader().id())
                .param("tax", kept.trader().taxCode())
                .param("mark", kept.mark())
                .query(Boolean.class)
                .single();
    }

    private int write(String sql, UUID market, List<Kept> all) {
        return Batch.of(all)
                .uuid("ids", k -> k.trader().id())
                .word("kinds", k -> k.trader().kind())
                .text("names", k -> k.trader().name())
                .text("sought", k -> NameSearchKey.of(k.trader().name()))
                .text("taxes", k -> k.trader().taxCode())
                .text("numbers", Kept::personalNumber)
                .text("marks", Kept::mark)
                .text("phones", Kept::phone)
                .uuid("accounts", k -> k.trader().account())
                .day("joined", k -> k.trader().joinedOn())
                .day("left", k -> k.trader().leftOn())
                .flag("synthetic", k -> k.trader().synthetic())
                .update(jdbc.sql(sql).param("market", market));
    }
}
