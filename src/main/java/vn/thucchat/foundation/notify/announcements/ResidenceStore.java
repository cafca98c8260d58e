package vn.thucchat.foundation.notify.announcements;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.units.UnitCode;

/** The statements of {@code notify.residence}. */
@Component
record ResidenceStore(JdbcClient jdbc) {

    private static final String FIND = "SELECT unit, stated_at FROM notify.residence WHERE account = :account";
    private static final String PUT = """
            INSERT INTO notify.residence (account, unit, stated_at) VALUES (:account, :unit, :now)
            ON CONFLICT (account) DO UPDATE SET unit = excluded.unit, stated_at = excluded.stated_at""";
    private static final String DELETE = "DELETE FROM notify.residence WHERE account = :account";
    private static final String MEMBERS = """
            SELECT account FROM notify.residence WHERE unit = ANY (:units) AND account > :after
            ORDER BY account LIMIT :limit""";

    /** Where somebody lives, as they said. */
    record Residence(UnitCode unit, Instant statedAt) {}

    Optional<Residence> find(UUID account) {
        return jdbc.sql(FIND)
                .param("account", account)
                .query(Rows.of(Residence.class))
                .optional();
    }

    void put(UUID account, UnitCode unit, Instant now) {
        jdbc.sql(PUT)
                .param("account", account)
                .param("unit", unit.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    int delete(UUID account) {
        return jdbc.sql(DELETE).param("account", account).update();
    }

    List<UUID> members(Collection<UnitCode> units, UUID after, int limit) {
        return List.copyOf(jdbc.sql(MEMBERS)
                .param("units", units.stream().map(UnitCode::value).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(UUID.class)
                .list());
    }
}
