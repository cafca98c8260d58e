package vn.thucchat.foundation.identity.factors;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

@Component
record FactorRemovalStore(JdbcClient jdbc) {

    // whoever asked before, and was not agreed with, does not count any more
    private static final String ASK = """
            INSERT INTO identity.factor_removal AS r (account, asked_by, asked_at) VALUES (:account, :by, :at)
            ON CONFLICT (account) DO UPDATE SET asked_by = EXCLUDED.asked_by, asked_at = EXCLUDED.asked_at
            WHERE r.agreed_by IS NULL
            """;
    private static final String AGREE = """
            UPDATE identity.factor_removal SET agreed_by = :by, opens_at = :opens
            WHERE account = :account AND agreed_by IS NULL AND asked_by <> :by AND asked_at > :since
            """;
    private static final String FIND = """
            SELECT asked_by, asked_at, opens_at FROM identity.factor_removal WHERE account = :account
            """;
    private static final String DELETE = "DELETE FROM identity.factor_removal WHERE account = :account";
    // each account by one process
    private static final String DUE = """
            SELECT account FROM identity.factor_removal WHERE opens_at <= :at
            ORDER BY opens_at LIMIT 100 FOR UPDATE SKIP LOCKED
            """;

    /** @param opensAt when it happens; null while a second person has not agreed */
    record Asked(UUID askedBy, Instant askedAt, @Nullable Instant opensAt) {}

    /** Whether it is asked for now; not when two have asked already. */
    boolean ask(UUID account, UUID by, Instant at) {
        return jdbc.sql(ASK)
                        .param("account", account)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether somebody else had asked, lately enough. */
    boolean agree(UUID account, UUID by, Instant since, Instant opens) {
        return jdbc.sql(AGREE)
                        .param("account", account)
                        .param("by", by)
                        .param("since", since.atOffset(ZoneOffset.UTC))
                        .param("opens", opens.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Asked> find(UUID account) {
        return jdbc.sql(FIND)
                .param("account", account)
                .query(Rows.of(Asked.class))
                .optional();
    }

    boolean delete(UUID account) {
        return jdbc.sql(DELETE).param("account", account).update() == 1;
    }

    /** Accounts whose day has passed, held for this transaction. */
    List<UUID> due(Instant at) {
        return jdbc.sql(DUE)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query((row, number) -> row.getObject("account", UUID.class))
                .list();
    }
}
