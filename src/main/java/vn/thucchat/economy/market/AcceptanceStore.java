package vn.thucchat.economy.market;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.units.UnitCode;

/** The statements of {@code market.acceptance}. */
@Repository
class AcceptanceStore {

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
            SELECT a.account, m.id AS market, m.code, m.name, m.unit, s.id AS stall, s.number, t.id AS trader,
                t.name AS trader_name, a.from_on, a.to_on, m.synthetic
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

    private final JdbcClient jdbc;

    AcceptanceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Acceptance> find(UUID id) {
        return jdbc.sql(ANYWHERE)
                .param("id", id)
                .query(AcceptanceStore::acceptance)
                .optional();
    }

    /** Those in use first. */
    List<Acceptance> ofStall(UUID market, UUID stall) {
        return jdbc.sql(OF_STALL)
                .param("market", market)
                .param("stall", stall)
                .query(AcceptanceStore::acceptance)
                .list();
    }

    /** All of a market that are in use. */
    List<Acceptance> open(UUID market) {
        return jdbc.sql(OPEN)
                .param("market", market)
                .query(AcceptanceStore::acceptance)
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
    List<Acceptance> marked(String mark) {
        return jdbc.sql(MARKED)
                .param("mark", mark)
                .query(AcceptanceStore::acceptance)
                .list();
    }

    int insert(UUID market, List<Acceptance> all) {
        return jdbc.sql(INSERT)
                .param("market", market)
                .param("ids", all.stream().map(Acceptance::id).toArray(UUID[]::new))
                .param("stalls", all.stream().map(Acceptance::stall).toArray(UUID[]::new))
                .param("traders", all.stream().map(Acceptance::trader).toArray(UUID[]::new))
                .param("kinds", all.stream().map(a -> a.kind().name()).toArray(String[]::new))
                .param("bins", all.stream().map(Acceptance::bin).toArray(String[]::new))
                .param("accounts", all.stream().map(Acceptance::account).toArray(Integer[]::new))
                .param("labels", all.stream().map(Acceptance::label).toArray(String[]::new))
                .param("marks", all.stream().map(Acceptance::mark).toArray(String[]::new))
                .param(
                        "froms",
                        all.stream().map(a -> StallStore.day(a.fromOn())).toArray(String[]::new))
                .update();
    }

    int end(UUID market, Collection<UUID> ids, LocalDate day) {
        return jdbc.sql(END)
                .param("market", market)
                .param("ids", ids.toArray(UUID[]::new))
                .param("day", day)
                .update();
    }

    List<Served> served(Collection<Integer> accounts) {
        return jdbc.sql(BY_ACCOUNTS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(AcceptanceStore::served)
                .list();
    }

    List<Served> served(UUID person) {
        return jdbc.sql(BY_PERSON)
                .param("person", person)
                .query(AcceptanceStore::served)
                .list();
    }

    private static Acceptance acceptance(ResultSet row, int number) throws SQLException {
        return new Acceptance(
                row.getObject("market", UUID.class),
                row.getObject("id", UUID.class),
                row.getObject("stall", UUID.class),
                row.getObject("trader", UUID.class),
                Acceptance.Kind.valueOf(row.getString("kind")),
                row.getString("bin"),
                row.getObject("account", Integer.class),
                row.getString("label"),
                row.getString("mark"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class));
    }

    private static Served served(ResultSet row, int number) throws SQLException {
        return new Served(
                row.getInt("account"),
                row.getObject("market", UUID.class),
                row.getString("code"),
                row.getString("name"),
                new UnitCode(row.getString("unit")),
                row.getObject("stall", UUID.class),
                row.getString("number"),
                row.getObject("trader", UUID.class),
                row.getString("trader_name"),
                row.getObject("from_on", LocalDate.class),
                row.getObject("to_on", LocalDate.class),
                row.getBoolean("synthetic"));
    }
}
