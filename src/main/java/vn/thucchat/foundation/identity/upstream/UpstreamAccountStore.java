package vn.thucchat.foundation.identity.upstream;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.factors.FactorRemovals.LinkedSignIn;
import vn.thucchat.foundation.identity.factors.FactorRemovals.LinkedSignIns;

/** The statements of {@code identity.upstream_account}. */
@Component
record UpstreamAccountStore(JdbcClient jdbc) implements LinkedSignIns {

    private static final String COLUMNS = """
            SELECT subject_mark, account, provider, level, organisation, name, linked_at, used_at FROM identity.upstream_account
            """;
    private static final String FIND = COLUMNS + "WHERE subject_mark = :mark";
    private static final String OF = COLUMNS + "WHERE account = :account ORDER BY linked_at, subject_mark LIMIT 20";
    private static final String LINK = """
            INSERT INTO identity.upstream_account
                (subject_mark, account, provider, level, organisation, name, linked_at, used_at)
            VALUES (:mark, :account, :provider, :level, :organisation, :name, :at, :at)
            ON CONFLICT (subject_mark) DO NOTHING
            """;
    private static final String USED = """
            UPDATE identity.upstream_account SET level = :level, organisation = :organisation, name = :name,
                used_at = greatest(linked_at, :at)
            WHERE subject_mark = :mark
            """;

    private static final String UNLINK = """
            DELETE FROM identity.upstream_account WHERE account = :account AND subject_mark = :mark
            """;
    private static final String UNLINK_ALL = "DELETE FROM identity.upstream_account WHERE account = :account";

    Optional<UpstreamLink> find(String mark) {
        return jdbc.sql(FIND)
                .param("mark", mark)
                .query(Rows.of(UpstreamLink.class))
                .optional();
    }

    /** Those of an account, the oldest first. */
    List<UpstreamLink> links(UUID account) {
        return jdbc.sql(OF)
                .param("account", account)
                .query(Rows.of(UpstreamLink.class))
                .list();
    }

    /** Whether it was linked; not when the subject signs in to an account already. */
    boolean link(String mark, UUID account, UpstreamIdentity identity, Instant at) {
        return written(LINK, mark, identity, at)
                        .param("account", account)
                        .param("provider", identity.provider())
                        .update()
                == 1;
    }

    /** Whether it was the account's. */
    boolean unlink(UUID account, String mark) {
        return jdbc.sql(UNLINK).param("account", account).param("mark", mark).update() == 1;
    }

    @Override
    public int drop(UUID account) {
        return jdbc.sql(UNLINK_ALL).param("account", account).update();
    }

    @Override
    public List<LinkedSignIn> of(UUID account) {
        return links(account).stream()
                .map(link -> new LinkedSignIn(link.provider(), link.linkedAt()))
                .toList();
    }

    void used(String mark, UpstreamIdentity identity, Instant at) {
        written(USED, mark, identity, at).update();
    }

    private JdbcClient.StatementSpec written(String sql, String mark, UpstreamIdentity identity, Instant at) {
        return jdbc.sql(sql)
                .param("mark", mark)
                .param("level", identity.level())
                .param("organisation", identity.keptOrganisation())
                .param("name", identity.name())
                .param("at", at.atOffset(ZoneOffset.UTC));
    }
}
