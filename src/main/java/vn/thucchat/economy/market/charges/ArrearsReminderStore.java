package vn.thucchat.economy.market.charges;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;

/** The statements of {@code market.reminder}. */
@Component
record ArrearsReminderStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO market.reminder (market, id, stall, trader, count, owed_vnd, at, by_account, by_name)
            SELECT :market, :id, r.stall, r.trader, r.count, r.owed, :at, :by, :name
            FROM unnest(:stalls::uuid[], :traders::uuid[], :counts::integer[], :owed::bigint[])
                AS r (stall, trader, count, owed)
            ON CONFLICT DO NOTHING""";
    private static final String LATEST = """
            SELECT DISTINCT ON (stall, trader) id, stall, trader, count, owed_vnd, at, by_name
            FROM market.reminder WHERE market = :market AND stall = ANY (:stalls)
            ORDER BY stall, trader, at DESC""";
    private static final String OF = """
            SELECT id, stall, trader, count, owed_vnd, at, by_name
            FROM market.reminder WHERE market = :market AND id = :id ORDER BY stall, trader""";

    /** @return how many were not reminded by this id before */
    int insert(UUID market, UUID id, Collection<Charge.Arrears> of, Instant at, Actor by) {
        return Batch.of(of)
                .uuid("stalls", Charge.Arrears::stall)
                .uuid("traders", Charge.Arrears::trader)
                .whole("counts", Charge.Arrears::count)
                .number("owed", Charge.Arrears::owedVnd)
                .update(jdbc.sql(INSERT)
                        .param("market", market)
                        .param("id", id)
                        .param("at", RowTimes.utc(at))
                        .param("by", by.account())
                        .param("name", by.name()));
    }

    /** The last one of each who rents one of some stalls. */
    List<ArrearsReminders.Reminder> latest(UUID market, Collection<UUID> stalls) {
        return jdbc.sql(LATEST)
                .param("market", market)
                .param("stalls", stalls.toArray(UUID[]::new))
                .query(Rows.of(ArrearsReminders.Reminder.class))
                .list();
    }

    List<ArrearsReminders.Reminder> of(UUID market, UUID id) {
        return jdbc.sql(OF)
                .param("market", market)
                .param("id", id)
                .query(Rows.of(ArrearsReminders.Reminder.class))
                .list();
    }
}
