package vn.thucchat.economy.market.traders;

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

/** The statements of {@code market.acceptance}. */
@Component
record PaymentMethodStore(JdbcClient jdbc) {

    private static final String ACCEPTANCE = """
            SELECT market, id, stall, trader, kind, bin, account, label, mark, from_on, to_on FROM market.acceptance
            """;
    private static final String ANYWHERE = ACCEPTANCE + "WHERE id = :id";
    private static final String OF_STALL =
            ACCEPTANCE + "WHERE market = :market AND stall = :stall ORDER BY to_on NULLS FIRST, from_on DESC LIMIT 100";
    private static final String OPEN = ACCEPTANCE + "WHERE market = :market AND to_on IS NULL ORDER BY id";
    /** Of two stalls with one account the one that had it last, as payments are counted. */
    private static final String ON = """
            SELECT DISTINCT ON (account) account, stall FROM market.acceptance
            WHERE market = :market AND account IS NOT NULL AND from_on <= :day AND (to_on IS NULL OR to_on >= :day)
            ORDER BY account, from_on DESC, id""";

    private static final String MARKED = ACCEPTANCE + "WHERE mark = :mark ORDER BY id LIMIT 10";
    private static final String INSERT = """
            INSERT INTO market.acceptance (market, id, stall, trader, kind, bin, account, label, mark, from_on)
            SELECT :market, a.* FROM unnest(:ids::uuid[], :stalls::uuid[], :traders::uuid[], :kinds::text[], :bins::text[],
                :accounts::integer[], :labels::text[], :marks::text[], :froms::date[]) AS a""";
    private static final String END = """
            UPDATE market.acceptance SET to_on = greatest(:day::date, from_on)
            WHERE market = :market AND id = ANY (:ids) AND to_on IS NULL""";
    private static final String SERVED = """
            SELECT a.account, m.id AS market, m.code AS market_code, m.name AS market_name, m.unit, s.id AS stall,
                s.number, t.id AS trader, t.name AS trader_name, a.from_on, a.to_on, m.synthetic
            FROM market.acceptance a
            JOIN market.market m ON m.id = a.market
            JOIN market.stall s ON s.market = a.market AND s.id = a.stall
            JOIN market.trader t ON t.market = a.market AND t.id = a.trader
            """;
    private static final String BY_ACCOUNTS =
            SERVED + "WHERE a.account = ANY (:accounts) ORDER BY a.account, a.from_on DESC, s.place, s.number";
    private static final String BY_PERSON = SERVED + """
            WHERE t.account = :person AND t.left_on IS NULL AND a.account IS NOT NULL AND a.to_on IS NULL
            ORDER BY m.code, s.place, s.number, a.account""";
    /** Of a person's trader records, also of those who left: in each stall what is open first, then the latest. */
    private static final String EVER_BY_PERSON = SERVED + """
            WHERE t.account = :person AND a.account IS NOT NULL
            ORDER BY m.code, s.place, s.number, a.to_on DESC NULLS FIRST, a.from_on DESC, a.account""";

    Optional<PaymentMethod> find(UUID id) {
        return jdbc.sql(ANYWHERE)
                .param("id", id)
                .query(Rows.of(PaymentMethod.class))
                .optional();
    }

    /** Those in use first. */
    List<PaymentMethod> ofStall(UUID market, UUID stall) {
        return jdbc.sql(OF_STALL)
                .param("market", market)
                .param("stall", stall)
                .query(Rows.of(PaymentMethod.class))
                .list();
    }

    /** All of a market that are in use. */
    List<PaymentMethod> open(UUID market) {
        return jdbc.sql(OPEN)
                .param("market", market)
                .query(Rows.of(PaymentMethod.class))
                .list();
    }

    /** By account the stall that it paid for on a day. */
    Map<Integer, UUID> on(UUID market, LocalDate day) {
        var stalls = new HashMap<Integer, UUID>();
        jdbc.sql(ON).param("market", market).param("day", day).query(row -> {
            stalls.put(row.getInt("account"), row.getObject("stall", UUID.class));
        });
        return stalls;
    }

    /** Nearly always one at most: a mark is one of 2³⁰. */
    List<PaymentMethod> marked(String mark) {
        return jdbc.sql(MARKED)
                .param("mark", mark)
                .query(Rows.of(PaymentMethod.class))
                .list();
    }

    int insert(UUID market, List<PaymentMethod> all) {
        return Batch.of(all)
                .uuid("ids", PaymentMethod::id)
                .uuid("stalls", PaymentMethod::stall)
                .uuid("traders", PaymentMethod::trader)
                .word("kinds", PaymentMethod::kind)
                .text("bins", PaymentMethod::bin)
                .whole("accounts", PaymentMethod::account)
                .text("labels", PaymentMethod::label)
                .text("marks", PaymentMethod::mark)
                .day("froms", PaymentMethod::fromOn)
                .update(jdbc.sql(INSERT).param("market", market));
    }

    int end(UUID market, Collection<UUID> ids, LocalDate day) {
        return jdbc.sql(END)
                .param("market", market)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", day)
                .update();
    }

    List<StallAccount> served(Collection<Integer> accounts) {
        return jdbc.sql(BY_ACCOUNTS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(Rows.of(StallAccount.class))
                .list();
    }

    List<StallAccount> served(UUID person) {
        return jdbc.sql(BY_PERSON)
                .param("person", person)
                .query(Rows.of(StallAccount.class))
                .list();
    }

    List<StallAccount> everServed(UUID person) {
        return jdbc.sql(EVER_BY_PERSON)
                .param("person", person)
                .query(Rows.of(StallAccount.class))
                .list();
    }
}
