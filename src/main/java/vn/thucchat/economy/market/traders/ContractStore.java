package vn.thucchat.economy.market.traders;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code market.contract}. */
@Component
record ContractStore(JdbcClient jdbc) {

    private static final String CONTRACT = """
            SELECT c.market, c.id, c.stall, c.trader, t.name AS trader_name, c.from_on, c.to_on, c.rent_vnd
            FROM market.contract c JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            """;
    private static final String OF_STALL = CONTRACT + """
            WHERE c.market = :market AND c.stall = :stall ORDER BY c.from_on DESC LIMIT 100""";
    private static final String OF_TRADER = CONTRACT + """
            WHERE c.market = :market AND c.trader = :trader ORDER BY c.from_on DESC LIMIT 100""";
    /** Also those that begin later. */
    private static final String IN_FORCE = CONTRACT + """
            WHERE c.market = :market AND (c.to_on IS NULL OR c.to_on >= :day) ORDER BY c.from_on""";
    /** Two at a time at one stall are refused by the table itself. */
    private static final String INSERT = """
            INSERT INTO market.contract (market, id, stall, trader, from_on, to_on, rent_vnd)
            SELECT :market, c.* FROM unnest(:ids::uuid[], :stalls::uuid[], :traders::uuid[], :froms::date[], :tos::date[],
                :rents::bigint[]) AS c""";

    private static final String OVERLAPS = """
            SELECT EXISTS (SELECT 1 FROM market.contract
                WHERE market = :market AND stall = :stall AND id <> :id
                AND daterange(from_on, to_on, '[]') && daterange(:from::date, :to::date, '[]'))""";
    private static final String END = """
            UPDATE market.contract SET to_on = :day
            WHERE market = :market AND id = :id AND from_on <= :day AND (to_on IS NULL OR to_on > :day)""";
    private static final String END_OF_TRADER = """
            UPDATE market.contract SET to_on = greatest(:day::date, from_on)
            WHERE market = :market AND trader = :trader AND (to_on IS NULL OR to_on > :day)""";

    /** The latest first. */
    List<Contract> ofStall(UUID market, UUID stall) {
        return jdbc.sql(OF_STALL)
                .param("market", market)
                .param("stall", stall)
                .query(Rows.of(Contract.class))
                .list();
    }

    List<Contract> ofTrader(UUID market, UUID trader) {
        return jdbc.sql(OF_TRADER)
                .param("market", market)
                .param("trader", trader)
                .query(Rows.of(Contract.class))
                .list();
    }

    List<Contract> inForce(UUID market, LocalDate day) {
        return jdbc.sql(IN_FORCE)
                .param("market", market)
                .param("day", day)
                .query(Rows.of(Contract.class))
                .list();
    }

    int insert(UUID market, List<Contract> contracts) {
        return Batch.of(contracts)
                .uuid("ids", Contract::id)
                .uuid("stalls", Contract::stall)
                .uuid("traders", Contract::trader)
                .day("froms", Contract::fromOn)
                .day("tos", Contract::toOn)
                .number("rents", Contract::rentVnd)
                .update(jdbc.sql(INSERT).param("market", market));
    }

    boolean overlaps(UUID market, UUID stall, UUID other, LocalDate from, @Nullable LocalDate to) {
        return jdbc.sql(OVERLAPS)
                .param("market", market)
                .param("stall", stall)
                .param("id", other)
                .param("from", from)
                .param("to", to)
                .query(Boolean.class)
                .single();
    }

    /** @return false when it begins later or has ended by then */
    boolean end(UUID market, UUID id, LocalDate day) {
        return jdbc.sql(END)
                        .param("market", market)
                        .param("id", id)
                        .param("day", day)
                        .update()
                == 1;
    }

    int endOfTrader(UUID market, UUID trader, LocalDate day) {
        return jdbc.sql(END_OF_TRADER)
                .param("market", market)
                .param("trader", trader)
                .param("day", day)
                .update();
    }
}
