package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.database.Rows;

/** What is still owed: the statement of {@code market.charge} that looks for it in several markets at once. */
@Component
record OwedChargeStore(JdbcClient jdbc) {

    /** Stalls by the beginning of their number, traders by a part of their name: each by an index of its own. */
    private static final String FIND = """
            WITH here AS (
                SELECT id, code, name FROM market.market
                WHERE unit = ANY (:units) AND synthetic = :synthetic AND (:market = '' OR code = :market)),
            found AS (
                SELECT c.market, c.id FROM here h
                JOIN market.stall s ON s.market = h.id AND s.plain >= :from AND s.plain < :to
                JOIN market.charge c ON c.market = s.market AND c.stall = s.id
                    AND c.paid_on IS NULL AND c.cancelled_on IS NULL
                UNION
                SELECT c.market, c.id FROM here h
                JOIN market.trader t ON t.market = h.id AND :words <> '' AND position(:words in t.sought) > 0
                JOIN market.charge c ON c.market = t.market AND c.trader = t.id
                    AND c.paid_on IS NULL AND c.cancelled_on IS NULL)
            SELECT h.code AS market_code, h.name AS market_name,
            """ + ChargeStore.COLUMNS + """
            FROM found f
            JOIN here h ON h.id = f.market
            JOIN market.charge c ON c.market = f.market AND c.id = f.id
            JOIN market.stall s ON s.market = c.market AND s.id = c.stall
            JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            WHERE (h.code, s.place, s.number, c.due_on, c.id) > (:code, :place, :number, :due, :id)
            ORDER BY h.code, s.place, s.number, c.due_on, c.id LIMIT :limit""";

    /**
     * What to look for.
     *
     * @param units in whose markets
     * @param market its code; empty: any
     * @param number how a stall's number begins, without the signs in it; empty: any stall
     * @param words a part of a trader's searched name; empty: nobody
     */
    record Wanted(Collection<String> units, boolean synthetic, String market, String number, String words) {}

    /** A charge seen last, and the code of its market. */
    record After(String market, String number, LocalDate dueOn, UUID id) {
        static final After NONE = new After("", "", LocalDate.EPOCH, new UUID(0, 0));
    }

    /** In the order of markets, stalls and days due, after one already seen. */
    List<OwedCharges.Owed> find(Wanted wanted, After after, int limit) {
        return jdbc.sql(FIND)
                .param("units", wanted.units().toArray(String[]::new))
                .param("synthetic", wanted.synthetic())
                .param("market", wanted.market())
                .param("from", wanted.number())
                // a number has nothing that sorts behind it
                .param("to", wanted.number() + "~")
                .param("words", wanted.words())
                .param("code", after.market())
                .param("place", StallNumber.place(after.number()))
                .param("number", after.number())
                .param("due", after.dueOn())
                .param("id", after.id())
                .param("limit", limit)
                .query((row, number) -> new OwedCharges.Owed(
                        row.getString("market_code"),
                        row.getString("market_name"),
                        Rows.of(Charge.class).mapRow(row, number),
                        row.getLong("amount_vnd"),
                        null))
                .list();
    }
}
