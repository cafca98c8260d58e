package vn.thucchat.economy.market.register;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.stall}. */
@Component
record StallStore(JdbcClient jdbc) {

    private static final String STALL = """
            SELECT s.market, s.id, s.zone, z.name AS zone_name, s.number, s.area_m2, s.goods, s.opened_on, s.closed_on
            FROM market.stall s JOIN market.zone z ON z.market = s.market AND z.id = s.zone
            """;
    private static final String BY_ID = STALL + "WHERE s.market = :market AND s.id = :id";
    private static final String ANYWHERE = STALL + "WHERE s.id = :id";
    private static final String BY_NUMBER = STALL + "WHERE s.market = :market AND s.number = :number";
    private static final String NUMBERS =
            "SELECT id, number FROM market.stall WHERE market = :market AND id = ANY (:ids)";
    private static final String OF_MARKET = STALL + "WHERE s.market = :market ORDER BY s.place, s.number";

    private static final String PAGE = """
            SELECT s.id, s.number, z.name AS zone, s.goods, s.closed_on IS NOT NULL AS closed, c.trader,
                t.name AS trader_name,
                (SELECT coalesce(string_agg(DISTINCT a.label, ', '), '') FROM market.acceptance a
                 WHERE a.market = s.market AND a.stall = s.id AND a.to_on IS NULL) AS ways
            FROM market.stall s
            JOIN market.zone z ON z.market = s.market AND z.id = s.zone
            LEFT JOIN market.contract c ON c.market = s.market AND c.stall = s.id
                AND c.from_on <= :day AND (c.to_on IS NULL OR c.to_on >= :day)
            LEFT JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            WHERE s.market = :market AND (s.place, s.number) > (:place, :number)
                AND (:zone::uuid IS NULL OR s.zone = :zone)
                AND (:words = '' OR starts_with(s.plain, upper(replace(:words, ' ', ''))) OR position(:words in t.sought) > 0)
                AND (NOT :bare OR (s.closed_on IS NULL AND NOT EXISTS (SELECT 1 FROM market.acceptance a
                    WHERE a.market = s.market AND a.stall = s.id AND a.to_on IS NULL)))
            ORDER BY s.place, s.number
            LIMIT :limit""";

    /** Of every market in some units, by the beginning of the number without its signs. */
    private static final String SEARCH = """
            SELECT m.code AS market, m.name AS market_name, s.id, s.number, z.name AS zone, s.plain = :from AS exact,
                s.closed_on IS NOT NULL AS closed
            FROM market.market m
            JOIN market.stall s ON s.market = m.id AND s.plain >= :from AND s.plain < :to
            JOIN market.zone z ON z.market = s.market AND z.id = s.zone
            WHERE m.unit = ANY (:units) AND (m.synthetic OR NOT :synthetic)
            ORDER BY s.plain <> :from, s.closed_on IS NOT NULL, s.place, m.name COLLATE "vi-x-icu" LIMIT :limit""";

    private static final String INSERT = """
            INSERT INTO market.stall (market, id, zone, number, area_m2, goods, opened_on, closed_on)
            SELECT :market, s.id, s.zone, s.number, s.area_m2, s.goods, s.opened_on, s.closed_on
            FROM unnest(:ids::uuid[], :zones::uuid[], :numbers::text[], :areas::numeric[], :goods::text[],
                :opened::date[], :closed::date[])
                AS s (id, zone, number, area_m2, goods, opened_on, closed_on)
            ON CONFLICT (market, number) DO NOTHING""";
    private static final String UPDATE = """
            UPDATE market.stall t SET zone = s.zone, number = s.number, area_m2 = s.area_m2, goods = s.goods,
                opened_on = s.opened_on, closed_on = s.closed_on
            FROM unnest(:ids::uuid[], :zones::uuid[], :numbers::text[], :areas::numeric[], :goods::text[],
                :opened::date[], :closed::date[])
                AS s (id, zone, number, area_m2, goods, opened_on, closed_on)
            WHERE t.market = :market AND t.id = s.id""";

    /** The numbers of some stalls, by their ids. */
    Map<UUID, String> numbers(UUID market, Collection<UUID> ids) {
        var numbers = new HashMap<UUID, String>();
        jdbc.sql(NUMBERS)
                .param("market", market)
                .param("ids", ids.toArray(UUID[]::new))
                .query(row -> {
                    numbers.put(row.getObject("id", UUID.class), row.getString("number"));
                });
        return numbers;
    }

    Optional<Stall> find(UUID market, UUID id) {
        return jdbc.sql(BY_ID)
                .param("market", market)
                .param("id", id)
                .query(Rows.of(Stall.class))
                .optional();
    }

    Optional<Stall> find(UUID id) {
        return jdbc.sql(ANYWHERE).param("id", id).query(Rows.of(Stall.class)).optional();
    }

    Optional<Stall> find(UUID market, String number) {
        return jdbc.sql(BY_NUMBER)
                .param("market", market)
                .param("number", number)
                .query(Rows.of(Stall.class))
                .optional();
    }

    List<Stall> all(UUID market) {
        return jdbc.sql(OF_MARKET)
                .param("market", market)
                .query(Rows.of(Stall.class))
                .list();
    }

    List<StallLine> page(UUID market, Stalls.Filter filter, LocalDate day, int limit) {
        return jdbc.sql(PAGE)
                .param("market", market)
                .param("day", day)
                .param("place", StallNumber.place(filter.after()))
                .param("number", filter.after())
                .param("zone", filter.zone())
                .param("words", filter.words())
                .param("bare", filter.bare())
                .param("limit", limit)
                .query(Rows.of(StallLine.class))
                .list();
    }

    /** @param synthetic those of invented markets only */
    List<Stalls.Hit> search(Collection<String> units, boolean synthetic, String plain, int limit) {
        return jdbc.sql(SEARCH)
                .param("units", units.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("from", plain)
                // no number has a sign beyond letters
                .param("to", plain + "~")
                .param("limit", limit)
                .query(Rows.of(Stalls.Hit.class))
                .list();
    }

    /** @return how many numbers were not taken yet */
    int insert(UUID market, List<Stall> stalls) {
        return write(INSERT, market, stalls);
    }

    int update(UUID market, List<Stall> stalls) {
        return write(UPDATE, market, stalls);
    }

    private int write(String sql, UUID market, List<Stall> stalls) {
        return Batch.of(stalls)
                .uuid("ids", Stall::id)
                .uuid("zones", Stall::zone)
                .text("numbers", Stall::number)
                .decimal("areas", Stall::areaM2)
                .text("goods", Stall::goods)
                .day("opened", Stall::openedOn)
                .day("closed", Stall::closedOn)
                .update(jdbc.sql(sql).param("market", market));
    }
}
