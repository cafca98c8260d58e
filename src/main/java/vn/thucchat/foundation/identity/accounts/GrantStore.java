package vn.thucchat.foundation.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.accounts.RoleAdministration.GrantRequest;

@Component
record GrantStore(JdbcClient jdbc, InstantSource clock) {

    private static final String INSERT = """
            INSERT INTO identity.role_grant (id, account, role, unit, from_at, granted_by, ends_at)
            VALUES (:id, :account, :role, :unit, :at, :by, :ends)
            ON CONFLICT (account, role, unit) WHERE until_at IS NULL DO NOTHING
            """;
    // one that ran out makes room for another of the same
    private static final String END = """
            UPDATE identity.role_grant SET until_at = ends_at
            WHERE account = :account AND role = :role AND unit = :unit AND until_at IS NULL AND ends_at <= :at
            """;
    private static final String REVOKE = """
            UPDATE identity.role_grant SET until_at = greatest(from_at, :at), revoked_by = :by
            WHERE id = :id AND until_at IS NULL
            """;
    private static final String END_BY = """
            UPDATE identity.role_grant SET ends_at = :ends
            WHERE account = :account AND until_at IS NULL AND (ends_at IS NULL OR ends_at > :ends)
            """;
    private static final String END_ON = """
            UPDATE identity.role_grant SET ends_at = :ends
            WHERE id = :id AND until_at IS NULL AND (ends_at IS NULL OR ends_at >= :ends)
            """;
    private static final String OF_ACCOUNTS = """
            SELECT g.id, g.account, g.role, g.unit, g.from_at, g.ends_at,
                CASE WHEN g.until_at IS NULL AND g.ends_at <= :now THEN g.ends_at ELSE g.until_at END AS until_at,
                b.username AS by
            FROM identity.role_grant g
            LEFT JOIN identity.account b ON b.id = g.granted_by
            WHERE g.account = ANY (:accounts)
            ORDER BY g.id
            """;

    private static final String ASK = """
            INSERT INTO identity.grant_request (account, role, unit, asked_by, asked_at, ends_at)
            VALUES (:account, :role, :unit, :by, :at, :ends)
            ON CONFLICT (account, role, unit) DO UPDATE SET asked_by = EXCLUDED.asked_by,
                asked_at = EXCLUDED.asked_at, ends_at = EXCLUDED.ends_at
            """;
    private static final String ASKED = """
            SELECT asked_by FROM identity.grant_request
            WHERE account = :account AND role = :role AND unit = :unit AND asked_at > :since
              AND ends_at IS NOT DISTINCT FROM :ends
            """;
    private static final String REQUESTS = """
            SELECT r.role, r.unit, a.username AS by, r.ends_at
            FROM identity.grant_request r JOIN identity.account a ON a.id = r.asked_by
            WHERE r.account = :account AND r.asked_at > :since ORDER BY r.role, r.unit
            """;
    private static final String END_REQUEST = """
            DELETE FROM identity.grant_request WHERE account = :account AND role = :role AND unit = :unit
            """;

    /** Whether it was granted; not when the account holds that role in that unit already. */
    boolean insert(UUID id, UUID account, String role, String unit, Instant at, @Nullable UUID by) {
        return insert(id, account, role, unit, at, by, null);
    }

    /** @param ends from when on it is not held any more, or null */
    boolean insert(
            UUID id, UUID account, String role, String unit, Instant at, @Nullable UUID by, @Nullable Instant ends) {
        request(END, account, role, unit)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql(INSERT)
                        .param("id", id)
                        .param("account", account)
                        .param("role", role)
                        .param("unit", unit)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .param("ends", time(ends))
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    /** The first of two persons asks that a role be given; whoever asked before does not count any more. */
    void ask(UUID account, String role, String unit, UUID by, Instant at, @Nullable Instant ends) {
        request(ASK, account, role, unit)
                .param("by", by)
                .param("ends", time(ends), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Who asked that a role be given until the same moment, and waits for a second person. */
    Optional<UUID> asked(UUID account, String role, String unit, Instant since, @Nullable Instant ends) {
        return request(ASKED, account, role, unit)
                .param("ends", time(ends), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .optional();
    }

    /** Requests for roles of an account that wait for a second person. */
    List<GrantRequest> requests(UUID account, Instant since) {
        return jdbc.sql(REQUESTS)
                .param("account", account)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new GrantRequest(
                        row.getString("role"), row.getString("unit"), row.getString("by"), instant(row, "ends_at")))
                .list();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant at) {
        return at == null ? null : at.atOffset(ZoneOffset.UTC);
    }

    void endRequest(UUID account, String role, String unit) {
        request(END_REQUEST, account, role, unit).update();
    }

    private JdbcClient.StatementSpec request(String sql, UUID account, String role, String unit) {
        return jdbc.sql(sql).param("account", account).param("role", role).param("unit", unit);
    }

    /**
     * Whether it was revoked; not when it was before.
     *
     * @param by null: the platform
     */
    boolean revoke(UUID id, Instant at, @Nullable UUID by) {
        return jdbc.sql(REVOKE)
                        .param("id", id)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Lets a role end at a moment to come; false when it ends before. */
    boolean endOn(UUID id, Instant ends) {
        return jdbc.sql(END_ON)
                        .param("id", id)
                        .param("ends", ends.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Lets all that an account holds end at a moment to come, unless it ends before. */
    void endBy(UUID account, Instant ends) {
        jdbc.sql(END_BY)
                .param("account", account)
                .param("ends", ends.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Held and revoked, oldest first. */
    List<RoleGrant> of(Collection<UUID> accounts) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("now", now())
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(GrantStore::grant)
                .list();
    }

    /** The same of each account; an account that never held any is not among them. */
    Map<UUID, List<RoleGrant>> byAccount(Collection<UUID> accounts) {
        return of(accounts).stream().collect(Collectors.groupingBy(RoleGrant::account));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static RoleGrant grant(ResultSet row, int number) throws SQLException {
        return new RoleGrant(
                row.getObject("id", UUID.class),
                row.getObject("account", UUID.class),
                row.getString("role"),
                row.getString("unit"),
                row.getObject("from_at", OffsetDateTime.class).toInstant(),
                instant(row, "until_at"),
                instant(row, "ends_at"),
                row.getString("by"));
    }
}
