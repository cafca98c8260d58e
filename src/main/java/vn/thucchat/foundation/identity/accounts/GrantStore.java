package vn.thucchat.foundation.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.RoleGrant;

@Component
record GrantStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO identity.role_grant (id, account, role, unit, from_at, granted_by)
            VALUES (:id, :account, :role, :unit, :at, :by)
            ON CONFLICT (account, role, unit) WHERE until_at IS NULL DO NOTHING
            """;
    private static final String REVOKE = """
            UPDATE identity.role_grant SET until_at = greatest(from_at, :at), revoked_by = :by
            WHERE id = :id AND until_at IS NULL
            """;
    private static final String OF_ACCOUNTS = """
            SELECT g.id, g.account, g.role, g.unit, g.from_at, g.until_at, b.username AS by
            FROM identity.role_grant g
            LEFT JOIN identity.account b ON b.id = g.granted_by
            WHERE g.account = ANY (:accounts)
            ORDER BY g.id
            """;

    private static final String HOLDERS = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account
            WHERE g.until_at IS NULL AND g.role = ANY (:roles) AND NOT a.disabled
            ORDER BY g.unit, a.name, a.id
            """;

    private static final String HOLDERS_IN = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM unnest(:units::text[]) WITH ORDINALITY AS u (unit, number)
            JOIN identity.role_grant g ON g.unit = u.unit AND g.until_at IS NULL AND g.role = ANY (:roles)
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
                  WHERE g.unit = ANY (:units) AND g.until_at IS NULL AND g.role = ANY (:roles)
                    AND NOT a.disabled AND a.synthetic = :synthetic) AS h
            WHERE h.number <= :persons
            ORDER BY h.unit, h.number, h.role
            """;

    private static final String HOLDERS_AMONG = """
            SELECT a.id AS account, a.name, a.synthetic, g.role, g.unit
            FROM identity.role_grant g JOIN identity.account a ON a.id = g.account
            WHERE g.account = ANY (:accounts) AND g.until_at IS NULL AND g.role = ANY (:roles) AND NOT a.disabled
            ORDER BY g.unit, a.name, a.id
            """;

    private static final String ASK = """
            INSERT INTO identity.grant_request (account, role, unit, asked_by, asked_at)
            VALUES (:account, :role, :unit, :by, :at)
            ON CONFLICT (account, role, unit) DO UPDATE SET asked_by = EXCLUDED.asked_by, asked_at = EXCLUDED.asked_at
            """;
    private static final String ASKED = """
            SELECT asked_by FROM identity.grant_request
            WHERE account = :account AND role = :role AND unit = :unit AND asked_at > :since
            """;
    private static final String END_REQUEST = """
            DELETE FROM identity.grant_request WHERE account = :account AND role = :role AND unit = :unit
            """;

    /** Whether it was granted; not when the account holds that role in that unit already. */
    boolean insert(UUID id, UUID account, String role, String unit, Instant at, @Nullable UUID by) {
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("account", account)
                        .param("role", role)
                        .param("unit", unit)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** The first of two persons asks that a role be given; whoever asked before does not count any more. */
    void ask(UUID account, String role, String unit, UUID by, Instant at) {
        request(ASK, account, role, unit)
                .param("by", by)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who asked that a role be given and waits for a second person. */
    Optional<UUID> asked(UUID account, String role, String unit, Instant since) {
        return request(ASKED, account, role, unit)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    void endRequest(UUID account, String role, String unit) {
        request(END_REQUEST, account, role, unit).update();
    }

    private JdbcClient.StatementSpec request(String sql, UUID account, String role, String unit) {
        return jdbc.sql(sql).param("account", account).param("role", role).param("unit", unit);
    }

    /** Whether it was revoked; not when it was before. */
    boolean revoke(UUID id, Instant at, UUID by) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Those who hold one of the roles and can sign in, by unit and name. */
    List<Accounts.Holder> holders(Collection<String> roles) {
        return jdbc.sql(HOLDERS)
                .param("roles", roles.toArray(String[]::new))
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    List<Accounts.Holder> holders(Accounts.HolderQuery query) {
        return jdbc.sql(HOLDERS_IN)
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
                .param("units", units.toArray(String[]::new))
                .param("roles", roles.toArray(String[]::new))
                .param("synthetic", synthetic)
                .param("persons", persons)
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    List<Accounts.Holder> holders(Collection<String> roles, Collection<UUID> accounts) {
        return jdbc.sql(HOLDERS_AMONG)
                .param("accounts", accounts.toArray(UUID[]::new))
                .param("roles", roles.toArray(String[]::new))
                .query(Rows.of(Accounts.Holder.class))
                .list();
    }

    /** Held and revoked, oldest first. */
    List<RoleGrant> of(Collection<UUID> accounts) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(GrantStore::grant)
                .list();
    }

    private static RoleGrant grant(ResultSet row, int number) throws SQLException {
        var until = row.getObject("until_at", OffsetDateTime.class);
        return new RoleGrant(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("role"),
                row.getString("unit"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                until == null ? null : until.toInstant(),
                row.getString("by"));
    }
}
