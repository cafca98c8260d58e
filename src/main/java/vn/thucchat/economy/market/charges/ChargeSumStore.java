package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.payments.Payments;

/** What charges come to: the statements of {@code market.charge} that count and add. */
@Component
record ChargeSumStore(JdbcClient jdbc) {

    private static final String STANDING = """
            SELECT kind, count(*) AS count, sum(amount_vnd)::bigint AS amount_vnd, count(paid_on) AS paid,
                coalesce(sum(amount_vnd) FILTER (WHERE paid_on IS NOT NULL), 0)::bigint AS paid_vnd,
                count(*) FILTER (WHERE channel = 'cashless') AS cashless
            FROM market.charge
            WHERE market = :market AND month = :month AND cancelled_on IS NULL
            GROUP BY kind ORDER BY kind""";
    private static final String BALANCE = """
            SELECT kind, count(*) AS asked, sum(amount_vnd)::bigint AS asked_vnd,
                count(*) FILTER (WHERE channel = 'cashless') AS cashless,
                coalesce(sum(amount_vnd) FILTER (WHERE channel = 'cashless'), 0)::bigint AS cashless_vnd,
                count(*) FILTER (WHERE channel = 'cash') AS cash,
                coalesce(sum(amount_vnd) FILTER (WHERE channel = 'cash'), 0)::bigint AS cash_vnd
            FROM market.charge
            WHERE market = :market AND month = :month AND cancelled_on IS NULL
            GROUP BY kind ORDER BY kind""";
    private static final String PAID_DAYS = """
            SELECT account, paid_on, count(*) AS count, sum(amount_vnd)::bigint AS amount FROM market.charge
            WHERE market = :market AND channel = 'cashless' AND paid_on BETWEEN :from AND :to
            GROUP BY account, paid_on""";
    private static final String ACCOUNTS = "SELECT DISTINCT account FROM market.charge WHERE market = :market";
    private static final String OVERDUE_ACCOUNTS = """
            SELECT DISTINCT account FROM market.charge
            WHERE market = ANY (:markets) AND paid_on IS NULL AND cancelled_on IS NULL AND due_on < :day""";
    /** What came in of charges that are not paid in full, which the payments module knows. */
    private static final String IN_PART =
            "LEFT JOIN unnest(:parts::uuid[], :paid::bigint[]) AS p (id, paid) ON p.id = c.id ";
    /** One market's: as many rows as it has stalls at most, so that they can be ordered by anything. */
    private static final String ARREARS = """
            SELECT c.stall, s.number, c.trader, t.name AS trader_name, count(*) AS count,
                sum(c.amount_vnd - coalesce(p.paid, 0))::bigint AS owed_vnd, min(c.due_on) AS since
            FROM market.charge c
            JOIN market.stall s ON s.market = c.market AND s.id = c.stall
            JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            """ + IN_PART + """
            WHERE c.market = :market AND c.paid_on IS NULL AND c.cancelled_on IS NULL AND c.due_on < :day
                AND (:words = '' OR position(:words in t.sought) > 0
                    OR (:number <> '' AND s.plain >= :number AND s.plain < :to))
            GROUP BY c.stall, s.place, s.number, c.trader, t.name
            ORDER BY min(c.due_on), s.place, s.number, c.trader""";

    private static final String OVERDUE = """
            SELECT c.market, count(DISTINCT c.stall) AS stalls, count(*) AS count,
                sum(c.amount_vnd - coalesce(p.paid, 0))::bigint AS amount, min(c.due_on) AS since
            FROM market.charge c
            """ + IN_PART + """
            WHERE c.market = ANY (:markets) AND c.paid_on IS NULL AND c.cancelled_on IS NULL AND c.due_on < :day
            GROUP BY c.market""";

    /** Of a month, by kind: what was asked for, and what became of it. */
    List<MarketBooks.OfKind> balance(UUID market, LocalDate month) {
        return jdbc.sql(BALANCE)
                .param("market", market)
                .param("month", month)
                .query((row, number) -> new MarketBooks.OfKind(
                        Charge.Kind.valueOf(row.getString("kind")),
                        new Payments.Total(row.getLong("asked"), row.getLong("asked_vnd")),
                        new Payments.Total(row.getLong("cashless"), row.getLong("cashless_vnd")),
                        new Payments.Total(row.getLong("cash"), row.getLong("cash_vnd"))))
                .list();
    }

    /** What was paid without cash, by account and day. */
    Map<MarketBooks.At, Payments.Total> paidDays(UUID market, LocalDate from, LocalDate to) {
        var days = new HashMap<MarketBooks.At, Payments.Total>();
        jdbc.sql(PAID_DAYS)
                .param("market", market)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    days.put(
                            new MarketBooks.At(row.getInt("account"), row.getObject("paid_on", LocalDate.class)),
                            new Payments.Total(row.getLong("count"), row.getLong("amount")));
                });
        return days;
    }

    /** Those that the market's charges were ever to be paid to. */
    List<Integer> accounts(UUID market) {
        return jdbc.sql(ACCOUNTS)
                .param("market", market)
                .query((row, number) -> row.getInt("account"))
                .list();
    }

    List<Charge.Standing> standing(UUID market, LocalDate month) {
        return jdbc.sql(STANDING)
                .param("market", market)
                .param("month", month)
                .query(Rows.of(Charge.Standing.class))
                .list();
    }

    /** Finds the accounts that overdue charges are payable to. */
    List<Integer> accounts(Collection<UUID> markets, LocalDate day) {
        return jdbc.sql(OVERDUE_ACCOUNTS)
                .param("markets", markets.toArray(UUID[]::new))
                .param("day", day)
                .query((row, number) -> row.getInt("account"))
                .list();
    }

    /**
     * Sums overdue charges by market; markets without any are left out.
     *
     * @param paidVnd đồng that came in of charges that are not paid in full, by charge
     */
    Map<UUID, Charge.Overdue> overdue(Collection<UUID> markets, LocalDate day, Map<UUID, Long> paidVnd) {
        var overdue = new HashMap<UUID, Charge.Overdue>();
        parts(OVERDUE, paidVnd)
                .param("markets", markets.toArray(UUID[]::new))
                .param("day", day)
                .query(row -> {
                    overdue.put(
                            row.getObject("market", UUID.class),
                            new Charge.Overdue(
                                    row.getInt("stalls"),
                                    row.getInt("count"),
                                    row.getLong("amount"),
                                    row.getObject("since", LocalDate.class)));
                });
        return overdue;
    }

    /**
     * The longest overdue first.
     *
     * @param number how a stall's number begins, without the signs in it; empty: none
     * @param words a part of a trader's searched name; empty: anybody
     * @param paidVnd đồng that came in of charges that are not paid in full, by charge
     */
    List<Charge.Arrears> arrears(UUID market, LocalDate day, String number, String words, Map<UUID, Long> paidVnd) {
        return parts(ARREARS, paidVnd)
                .param("market", market)
                .param("day", day)
                .param("words", words)
                .param("number", number)
                // a number has nothing that sorts behind it
                .param("to", number + "~")
                .query(Rows.of(Charge.Arrears.class))
                .list();
    }

    private JdbcClient.StatementSpec parts(String sql, Map<UUID, Long> paidVnd) {
        return Batch.of(paidVnd.entrySet())
                .uuid("parts", Map.Entry::getKey)
                .number("paid", Map.Entry::getValue)
                .in(jdbc.sql(sql));
    }
}
