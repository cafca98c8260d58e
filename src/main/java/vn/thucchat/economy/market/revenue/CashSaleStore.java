package vn.thucchat.economy.market.revenue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.cash_sale}: rows are added and read, never changed. */
@Component
record CashSaleStore(JdbcClient jdbc) {

    private static final String ADD = """
            INSERT INTO market.cash_sale (market, id, trader, stall, key, day, at, amount)
            VALUES (:market, :id, :trader, :stall, :key, :day, :at, :amount)
            ON CONFLICT (market, stall, key) DO NOTHING""";
    private static final String BY_KEY = """
            SELECT id, amount AS amount_vnd FROM market.cash_sale
            WHERE market = :market AND stall = :stall AND key = :key AND trader = :trader AND corrects IS NULL""";
    /** Its key is what it takes back: a second time is a conflict. */
    private static final String TAKE_BACK = """
            INSERT INTO market.cash_sale (market, id, trader, stall, key, day, at, amount, corrects)
            SELECT market, :id, trader, stall, id, day, :at, -amount, id FROM market.cash_sale
            WHERE market = :market AND id = :entry AND trader = :trader AND corrects IS NULL
            ON CONFLICT DO NOTHING""";

    private static final String ENTRY = """
            SELECT c.id, c.stall, c.day, c.at, c.amount AS amount_vnd, b.id IS NOT NULL AS taken_back
            FROM market.cash_sale c
            LEFT JOIN market.cash_sale b ON b.market = c.market AND b.corrects = c.id
            WHERE c.market = :market AND c.trader = :trader AND c.corrects IS NULL""";
    private static final String FIND = ENTRY + " AND c.id = :entry";

    private static final String OF_DAYS = ENTRY + """
             AND c.day BETWEEN :from AND :to AND (c.day, c.at, c.id) < (:day, :at, :id)
            ORDER BY c.day DESC, c.at DESC, c.id DESC LIMIT :limit""";
    private static final String BY_DAY = """
            SELECT day, sum(sign(amount))::bigint AS count, sum(amount)::bigint AS amount_vnd
            FROM market.cash_sale
            WHERE market = :market AND trader = :trader AND day BETWEEN :from AND :to
            GROUP BY day ORDER BY day""";

    /** Whose entries: a trader is one of a market. */
    record Owner(UUID market, UUID trader) {}

    /** A place in the list of entries, which begins with the latest. */
    record Place(LocalDate day, Instant at, UUID id) {}

    /** What was recorded under a key. */
    record Recorded(UUID id, long amountVnd) {}

    /** Entries of a day that were not taken back. */
    record OfDay(LocalDate day, long count, long amountVnd) {}

    boolean add(Owner owner, UUID id, UUID stall, UUID key, LocalDate day, Instant at, long amountVnd) {
        return jdbc.sql(ADD)
                        .param("market", owner.market())
                        .param("id", id)
                        .param("trader", owner.trader())
                        .param("stall", stall)
                        .param("key", key)
                        .param("day", day)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("amount", amountVnd)
                        .update()
                == 1;
    }

    Optional<Recorded> find(Owner owner, UUID stall, UUID key) {
        return jdbc.sql(BY_KEY)
                .param("market", owner.market())
                .param("stall", stall)
                .param("key", key)
                .param("trader", owner.trader())
                .query(Rows.of(Recorded.class))
                .optional();
    }

    /** @return false when there is no such entry, or it was taken back before */
    boolean takeBack(Owner owner, UUID id, UUID entry, Instant at) {
        return jdbc.sql(TAKE_BACK)
                        .param("market", owner.market())
                        .param("id", id)
                        .param("entry", entry)
                        .param("trader", owner.trader())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<CashSale> find(Owner owner, UUID entry) {
        return jdbc.sql(FIND)
                .param("market", owner.market())
                .param("trader", owner.trader())
                .param("entry", entry)
                .query(Rows.of(CashSale.class))
                .optional();
    }

    /** The latest first, after one already seen; also those that were taken back. */
    List<CashSale> of(Owner owner, LocalDate from, LocalDate to, Place after, int limit) {
        return jdbc.sql(OF_DAYS)
                .param("market", owner.market())
                .param("trader", owner.trader())
                .param("from", from)
                .param("to", to)
                .param("day", after.day())
                .param("at", after.at().atOffset(ZoneOffset.UTC))
                .param("id", after.id())
                .param("limit", limit)
                .query(Rows.of(CashSale.class))
                .list();
    }

    List<OfDay> byDay(Owner owner, LocalDate from, LocalDate to) {
        return jdbc.sql(BY_DAY)
                .param("market", owner.market())
                .param("trader", owner.trader())
                .param("from", from)
                .param("to", to)
                .query(Rows.of(OfDay.class))
                .list();
    }
}
