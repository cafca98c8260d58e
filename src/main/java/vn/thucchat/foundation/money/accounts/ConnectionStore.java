package vn.thucchat.foundation.money.accounts;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The statements of {@code payments.connection}. */
@Component
record ConnectionStore(JdbcClient jdbc) {

    /** A connection with what it proves itself with, still sealed. */
    record Kept(Connection connection, String secret) {}

    private static final String COLUMNS =
            " id, provider, unit, name, secret, synthetic, opened_at, closed_at FROM payments.connection ";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE id = :id";
    private static final String PAGE = "SELECT" + COLUMNS + "WHERE unit = ANY (:units)"
            + " AND (synthetic OR NOT :onlySynthetic) AND id > :after"
            + " AND (:words = '' OR position(:words in id) > 0 OR position(lower(:typed) in lower(name)) > 0)"
            + " ORDER BY id LIMIT :limit";
    private static final String INSERT = """
            INSERT INTO payments.connection (id, provider, unit, name, secret, synthetic, opened_at)
            VALUES (:id, :provider, :unit, :name, :secret, :synthetic, :at)
            ON CONFLICT DO NOTHING""";
    private static final String NAMED = """
            SELECT EXISTS (
                SELECT FROM payments.connection
                WHERE unit = :unit AND provider = :provider AND lower(name) = lower(:name) AND synthetic = :synthetic
                    AND closed_at IS NULL)""";
    private static final String SECRET = "UPDATE payments.connection SET secret = :secret WHERE id = :id";
    private static final String CLOSED = "UPDATE payments.connection SET closed_at = :at WHERE id = :id";
    private static final String CLOSE_SYNTHETIC = """
            UPDATE payments.connection SET closed_at = :at WHERE synthetic AND closed_at IS NULL""";
    /**
     * Reads one entry per account from the index of movements that a bank or provider reported; movements known only
     * from a statement are not in that index, so their number does not matter.
     */
    private static final String HEARD = """
            SELECT a.connection, max(l.received_at) AS heard FROM payments.account a
            CROSS JOIN LATERAL (
                SELECT m.received_at FROM payments.movement m
                WHERE m.account = a.number AND m.source <> 'STATEMENT'
                ORDER BY m.number DESC LIMIT 1) AS l
            WHERE a.connection = ANY (:ids)
            GROUP BY a.connection""";

    private static final String ALLOW = """
            INSERT INTO payments.served_unit (connection, unit, allowed_at, allowed_by)
            SELECT :connection, u.unit, :at, :by FROM unnest(:units::text[]) AS u (unit)
            ON CONFLICT DO NOTHING""";
    /** Not while accounts of the unit are told of by it, nor of the connection's own unit. */
    private static final String DISALLOW = """
            DELETE FROM payments.served_unit u
            WHERE u.connection = :connection AND u.unit = :unit
                AND NOT EXISTS (SELECT FROM payments.connection c WHERE c.id = u.connection AND c.unit = u.unit)
                AND NOT EXISTS (SELECT FROM payments.account a WHERE a.connection = u.connection AND a.unit = u.unit)""";

    private static final String UNITS = """
            SELECT u.unit, (SELECT count(*) FROM payments.account a WHERE a.connection = u.connection AND a.unit = u.unit)
                AS accounts
            FROM payments.served_unit u WHERE u.connection = :connection ORDER BY u.unit""";
    private static final String SERVING = "SELECT" + COLUMNS + """
            WHERE closed_at IS NULL AND synthetic = :synthetic
                AND id IN (SELECT connection FROM payments.served_unit WHERE unit = :unit)
            ORDER BY id LIMIT 100""";

    Optional<Kept> find(String id) {
        return jdbc.sql(FIND).param("id", id).query(Rows.of(Kept.class)).optional();
    }

    /**
     * @param onlySynthetic leaves out the real ones
     * @param typed words of the name or the id; empty: all
     */
    List<Connection> page(String[] units, boolean onlySynthetic, String typed, String after, int limit) {
        return jdbc
                .sql(PAGE)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("typed", typed)
                .param("words", VietnameseText.fold(typed))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(Kept.class))
                .list()
                .stream()
                .map(Kept::connection)
                .toList();
    }

    boolean insert(Connection connection, String secret) {
        return jdbc.sql(INSERT)
                        .param("id", connection.id())
                        .param("provider", connection.provider().name())
                        .param("unit", connection.unit().value())
                        .param("name", connection.name())
                        .param("secret", secret)
                        .param("synthetic", connection.synthetic())
                        .param("at", connection.openedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Tells whether an open connection of the same unit and provider has the name, in whatever case. */
    boolean named(Connection wanted) {
        return jdbc.sql(NAMED)
                .param("unit", wanted.unit().value())
                .param("provider", wanted.provider().name())
                .param("name", wanted.name())
                .param("synthetic", wanted.synthetic())
                .query(Boolean.class)
                .single();
    }

    /** From now on the connection may be used in some units. */
    int allow(String connection, Collection<UnitCode> units, Instant at, @Nullable UUID by) {
        return jdbc.sql(ALLOW)
                .param("connection", connection)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
    }

    /** @return false when it is in use there, or was not allowed */
    boolean disallow(String connection, UnitCode unit) {
        return jdbc.sql(DISALLOW)
                        .param("connection", connection)
                        .param("unit", unit.value())
                        .update()
                == 1;
    }

    /** The units that a connection may be used in, with how many accounts each has on it. */
    Map<UnitCode, Long> units(String connection) {
        var units = new LinkedHashMap<UnitCode, Long>();
        jdbc.sql(UNITS).param("connection", connection).query(row -> {
            units.put(new UnitCode(row.getString("unit")), row.getLong("accounts"));
        });
        return units;
    }

    /** Open connections that may be used in a unit. */
    List<Connection> serving(UnitCode unit, boolean synthetic) {
        return jdbc
                .sql(SERVING)
                .param("unit", unit.value())
                .param("synthetic", synthetic)
                .query(Rows.of(Kept.class))
                .list()
                .stream()
                .map(Kept::connection)
                .toList();
    }

    int secret(String id, String secret) {
        return jdbc.sql(SECRET).param("id", id).param("secret", secret).update();
    }

    int closed(String id, @Nullable Instant at) {
        return jdbc.sql(CLOSED)
                .param("id", id)
                .param("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .update();
    }

    int closeSynthetic(Instant at) {
        return jdbc.sql(CLOSE_SYNTHETIC)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** When each told of a movement last, where it has. */
    Map<String, Instant> heard(Collection<String> ids) {
        var heard = new HashMap<String, Instant>();
        jdbc.sql(HEARD).param("ids", ids.toArray(String[]::new)).query(row -> {
            heard.put(
                    row.getString("connection"),
                    row.getObject("heard", OffsetDateTime.class).toInstant());
        });
        return heard;
    }
}
