package vn.thucchat.foundation.identity.accounts;

import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** Who holds roles now, by accounts that can sign in. */
@Component
record RoleHolderStore(JdbcClient jdbc, InstantSource clock) {

    private static final String HOLDERS = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account
            WHERE g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
              AND g.role = ANY (:roles) AND NOT a.disabled
            ORDER BY g.unit, a.name, a.id
            """;

    private static final String HOLDERS_IN = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM unnest(:units::text[]) WITH ORDINALITY AS u (unit, number)
            JOIN identity.role_grant g ON g.unit = u.unit AND g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
                AND g.role = ANY (:roles)
            JOIN identity.account a ON a.id = g.account AND NOT a.disabled AND a.synthetic = :synthetic
            WHERE a.name ILIKE :pattern OR g.unit = ANY (:named::text[])
            ORDER BY u.number, a.name, a.id, g.role
            LIMIT :limit
            """;

    // every row of the first so many persons, however many roles each of them holds
    private static final String HOLDERS_OF = """
            SELECT h.account, h.name, h.synthetic, h.role, h.unit
            FROM (SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit,
                      dense_rank() OVER (ORDER BY a.name, a.id) AS number
                  FROM identity.role_grant g JOIN identity.account a ON a.id = g.account
                  WHERE g.unit = ANY (:units) AND g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
                    AND g.role = ANY (:roles) AND NOT a.disabled AND a.synthetic = :synthetic) AS h
            WHERE h.number <= :persons
            ORDER BY h.unit, h.number, h.role
            """;

    private static final String HOLDERS_AMONG = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account
            WHERE g.account = ANY (:accounts) AND g.until_at IS NULL AND (g.ends_at IS NULL OR g.ends_at > :now)
              AND g.role = ANY (:roles) AND NOT a.disabled
            ORDER BY g.unit, a.name, a.id
            """;

    /** Those who hold one of the roles and can sign in, by unit and name. */
    List<Accounts.Holder> holders(Collection<String> roles) {
        return jdbc.sql(HOLDERS)
                .param("now", now())
                .param("roles", roles.toArray(String[]::new))
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    List<Accounts.Holder> holders(Accounts.HolderQuery query) {
        return jdbc.sql(HOLDERS_IN)
                .param("now", now())
                .param("units", query.units().toArray(String[]::new))
                .param("roles", query.roles().toArray(String[]::new))
                .param("synthetic", query.synthetic())
                .param("pattern", AccountStore.containing(query.name()))
                .param("named", query.named().toArray(String[]::new))
                .param("limit", query.limit())
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    List<Accounts.Holder> holders(Collection<String> roles, Collection<String> units, boolean synthetic, int persons) {
        return jdbc.sql(HOLDERS_OF)
                .param("now", now())
                .param("units", units.toArray(String[]::new))
                .param("roles", roles.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("persons", persons)
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    List<Accounts.Holder> holders(Collection<String> roles, Collection<UUID> accounts) {
        return jdbc.sql(HOLDERS_AMONG)
                .param("now", now())
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("roles", roles.toArray(String[]::new))
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
