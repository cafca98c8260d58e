package vn.thucchat.foundation.identity.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Scope;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Sort;

@Component
record AccountStore(JdbcClient jdbc, InstantSource clock) {

    private static final String INSERT = """
            INSERT INTO identity.account (id, username, name, password, must_change, synthetic, created_at)
            VALUES (:id, :username, :name, :password, :mustChange, :synthetic, :at)
            ON CONFLICT (username) DO NOTHING
            """;
    private static final String BY_ID = """
            SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
            FROM identity.account WHERE id = :id
            """;
    private static final String BY_USERNAME = """
            SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
            FROM identity.account WHERE username = :username
            """;
    private static final String ANY = "SELECT EXISTS (SELECT 1 FROM identity.account)";
    // a real person who can sign in, by a password or a passkey; an account whose link was never used has neither yet
    private static final String ANY_ADMINISTRATOR = """
            SELECT EXISTS (
                SELECT 1 FROM identity.account a
                JOIN identity.role_grant g ON g.account = a.id AND g.until_at IS NULL AND g.role = 'ADMINISTRATOR'
                    AND (g.ends_at IS NULL OR g.ends_at > :now)
                WHERE NOT a.synthetic AND NOT a.disabled
                  AND (a.password IS NOT NULL
                       OR EXISTS (SELECT 1 FROM identity.passkey p WHERE p.account = a.id)))
            """;
    // One process at a time looks for an administrator and makes one; freed at the end of the transaction.
    private static final String LOCK = "SELECT pg_advisory_xact_lock(2001)";
    private static final String ACTOR = """
            SELECT a.id, a.username, a.name, a.synthetic, a.must_change, g.role, g.unit,
                EXISTS (SELECT 1 FROM identity.totp t WHERE t.account = a.id) AS code_set
            FROM identity.account a
            LEFT JOIN identity.role_grant g ON g.account = a.id AND g.until_at IS NULL
                AND (g.ends_at IS NULL OR g.ends_at > :now)
            WHERE a.id = :id AND a.secret_no = :secretNo AND NOT a.disabled
            ORDER BY g.id
            """;
    /** Of accounts {@code a}: those that a {@link Scope} holds. */
    static final String IN_SCOPE = """
              (:all
                   OR EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account = a.id AND g.unit = ANY (:units))
                   OR :wide AND NOT EXISTS (SELECT 1 FROM identity.role_grant g WHERE g.account = a.id))
              AND (NOT :syntheticOnly OR a.synthetic)
            """;

    private static final String NAMED = """
            SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
            FROM identity.account a WHERE id = ANY (:ids) AND
            """ + IN_SCOPE;
    private static final String SEEN = """
            SELECT id, username, name, password, must_change, disabled, synthetic, secret_no, version
            FROM identity.account a
            WHERE
            """ + IN_SCOPE;
    private static final String BY_USERNAME_UP = SEEN + "AND username > :username ORDER BY username LIMIT :limit";
    private static final String BY_USERNAME_DOWN =
            SEEN + "AND username < :username ORDER BY username DESC LIMIT :limit";
    private static final String BY_NAME_UP = SEEN + """
              AND (name COLLATE "vi-x-icu", username) > (:name, :username)
            ORDER BY name COLLATE "vi-x-icu", username LIMIT :limit""";
    private static final String BY_NAME_DOWN = SEEN + """
              AND (name COLLATE "vi-x-icu", username) < (:name, :username)
            ORDER BY name COLLATE "vi-x-icu" DESC, username DESC LIMIT :limit""";
    /** Behind all that has a letter, in every collation. */
    private static final String LAST = "\uFFFF";

    private static final String CHANGE = """
            UPDATE identity.account SET name = :name, disabled = :disabled, version = version + 1
            WHERE id = :id AND version = :version AND closed_at IS NULL
            """;
    private static final String DISABLE_SYNTHETIC = """
            UPDATE identity.account SET disabled = true, version = version + 1 WHERE synthetic AND NOT disabled
            RETURNING id, username, name, password, must_change, disabled, synthetic, secret_no, version
            """;
    private static final String PASSWORD = """
            UPDATE identity.account
            SET password = :password, must_change = false, secret_no = secret_no + 1, version = version + 1
            WHERE id = :id AND secret_no = :secretNo AND NOT disabled
            """;
    // given by somebody else: to be changed before anything else is done
    private static final String GIVE = """
            UPDATE identity.account
            SET password = :password, must_change = true, secret_no = secret_no + 1, version = version + 1
            WHERE id = :id AND version = :version AND NOT disabled
            """;
    // who still holds a role works here: the role ends first
    private static final String CLOSE = """
            UPDATE identity.account SET name = 'Tài khoản đã đóng', password = NULL, disabled = true, closed_at = :now,
                secret_no = secret_no + 1, version = version + 1
            WHERE id = :id AND NOT EXISTS (
                SELECT 1 FROM identity.role_grant g WHERE g.account = :id AND g.until_at IS NULL
                    AND (g.ends_at IS NULL OR g.ends_at > :now))
            """;
    private static final String CLOSED =
            "SELECT EXISTS (SELECT 1 FROM identity.account WHERE id = :id AND closed_at IS NOT NULL)";
    private static final String LOCK_IF_OPEN = "SELECT NOT disabled FROM identity.account WHERE id = :id FOR UPDATE";
    private static final String ENABLED =
            "SELECT id FROM identity.account WHERE id = ANY (:ids) AND NOT disabled AND synthetic = ANY (:kinds)";

    /** An account with what its password is checked against. */
    record Secret(Account account, @Nullable String password) {}

    /** Whether it was inserted; not when the username is taken. */
    boolean insert(Account account, @Nullable String password, Instant at) {
        return jdbc.sql(INSERT)
                        .param("id", account.id())
                        .param("username", account.username())
                        .param("name", account.name())
                        .param("password", password)
                        .param("mustChange", account.mustChange())
                        .param("synthetic", account.synthetic())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @param kinds synthetic or not, or both */
    Set<UUID> enabled(Collection<UUID> ids, Boolean... kinds) {
        return Set.copyOf(jdbc.sql(ENABLED)
                .param("ids", ids.toArray(UUID[]::new))
                .param("kinds", kinds)
                .query(UUID.class)
                .list());
    }

    Optional<Secret> find(UUID id) {
        return jdbc.sql(BY_ID).param("id", id).query(Rows.of(Secret.class)).optional();
    }

    Optional<Secret> find(String username) {
        return jdbc.sql(BY_USERNAME)
                .param("username", username)
                .query(Rows.of(Secret.class))
                .optional();
    }

    /** Those of some accounts whose roles, held now or once, lie in the scope. */
    List<Account> of(Scope scope, Collection<UUID> ids) {
        return jdbc
                .sql(NAMED)
                .param("ids", ids.toArray(UUID[]::new))
                .param("all", scope.all())
                .param("wide", scope.wide())
                .param("units", scope.array())
                .param("syntheticOnly", scope.syntheticOnly())
                .query(Rows.of(Secret.class))
                .list()
                .stream()
                .map(Secret::account)
                .toList();
    }

    boolean any() {
        return jdbc.sql(ANY).query(Boolean.class).single();
    }

    /** Whether there is a real administrator who can sign in. */
    boolean anyAdministrator() {
        return jdbc.sql(ANY_ADMINISTRATOR)
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    void lock() {
        jdbc.sql(LOCK).query(row -> {});
    }

    /** The person of a session and the roles held now; nobody when disabled or when the password is another now. */
    Optional<SessionHolder> person(UUID id, int secretNo) {
        return jdbc.sql(ACTOR)
                .param("now", now())
                .param("id", id)
                .param("secretNo", secretNo)
                .query(rows -> {
                    if (!rows.next()) return Optional.empty();
                    var grants = new java.util.ArrayList<Actor.Grant>();
                    UUID account = rows.getObject("id", UUID.class);
                    String username = rows.getString("username");
                    String name = rows.getString("name");
                    boolean synthetic = rows.getBoolean("synthetic");
                    boolean mustChange = rows.getBoolean("must_change");
                    boolean codeSet = rows.getBoolean("code_set");
                    do {
                        String role = rows.getString("role");
                        if (role != null) grants.add(new Actor.Grant(role, rows.getString("unit")));
                    } while (rows.next());
                    return Optional.of(new SessionHolder(
                            new Actor(account, username, name, synthetic, List.copyOf(grants)), mustChange, codeSet));
                });
    }

    /** Accounts after a place whose roles, held now or once, lie in the scope. */
    List<Account> page(Scope scope, Sort<Account.Order> sort, Cursor after, int limit) {
        boolean named = sort.by() == Account.Order.NAME;
        String first = sort.down() ? LAST : "";
        return jdbc.sql(
                        named
                                ? sort.down() ? BY_NAME_DOWN : BY_NAME_UP
                                : sort.down() ? BY_USERNAME_DOWN : BY_USERNAME_UP)
                .param("username", after.text(0, first))
                .param("name", named ? after.text(1, first) : "")
                .param("all", scope.all())
                .param("wide", scope.wide())
                .param("units", scope.array())
                .param("syntheticOnly", scope.syntheticOnly())
                .param("limit", limit)
                .query((row, number) ->
                        Rows.of(Secret.class).mapRow(row, number).account())
                .list();
    }

    /** The pattern of texts with a part. */
    static String containing(String part) {
        return "%" + part.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    /** Whether it was changed; not when somebody else changed the account since it was read. */
    boolean change(Account account, String name, boolean disabled) {
        return jdbc.sql(CHANGE)
                        .param("id", account.id())
                        .param("version", account.version())
                        .param("name", name)
                        .param("disabled", disabled)
                        .update()
                == 1;
    }

    /** Closes an account for good and takes its name off; false while it holds a role. */
    boolean close(UUID id) {
        return jdbc.sql(CLOSE).param("id", id).param("now", now()).update() == 1;
    }

    /** Whether it was closed for good. */
    boolean closed(UUID id) {
        return jdbc.sql(CLOSED).param("id", id).query(Boolean.class).single();
    }

    /** Locks the row of an open account until the transaction ends; false when it is disabled or unknown. */
    boolean lockIfOpen(UUID id) {
        return jdbc.sql(LOCK_IF_OPEN)
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** The demonstration accounts that nobody can sign in with from now on. */
    List<Account> disableSynthetic() {
        return jdbc.sql(DISABLE_SYNTHETIC)
                .query((row, number) ->
                        Rows.of(Secret.class).mapRow(row, number).account())
                .list();
    }

    /** Whether it was set; not when another password was set since the account was read. */
    boolean password(Account account, String password) {
        return jdbc.sql(PASSWORD)
                        .param("id", account.id())
                        .param("secretNo", account.secretNo())
                        .param("password", password)
                        .update()
                == 1;
    }

    /** Whether a password to be changed at once was set; not when the account was changed since, or is closed. */
    boolean give(Account account, String password) {
        return jdbc.sql(GIVE)
                        .param("id", account.id())
                        .param("version", account.version())
                        .param("password", password)
                        .update()
                == 1;
    }
}
