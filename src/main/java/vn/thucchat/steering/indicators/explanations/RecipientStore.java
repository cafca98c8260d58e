package vn.thucchat.steering.indicators.explanations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.steering.indicators.explanations.Explanation.Recipient;

/** All SQL of {@code indicators.explanation_recipient}. */
@Component
record RecipientStore(JdbcClient jdbc) {

    private static final String INSERT = """
            INSERT INTO indicators.explanation_recipient (explanation, account, name, told_at, told_by, told_by_name)
            SELECT :explanation, r.account, r.name, :at, :by, :byName
            FROM unnest(:accounts::uuid[], :names::text[]) AS r (account, name)
            ON CONFLICT (explanation, account) DO NOTHING
            RETURNING account
            """;

    private static final String OF = """
            SELECT account, name, told_at, told_by_name FROM indicators.explanation_recipient
            WHERE explanation = :explanation ORDER BY told_at, name LIMIT 1000
            """;

    private static final String ACCOUNTS = """
            SELECT account FROM indicators.explanation_recipient WHERE explanation = :explanation
            """;

    private static final String TOLD = """
            SELECT EXISTS (SELECT FROM indicators.explanation_recipient
                WHERE explanation = :explanation AND account = :account)
            """;

    /** Those who were not told before. */
    List<UUID> insert(UUID explanation, List<Accounts.Holder> recipients, Actor by, Instant at) {
        return Batch.of(recipients)
                .uuid("accounts", Accounts.Holder::account)
                .text("names", Accounts.Holder::name)
                .in(jdbc.sql(INSERT)
                        .param("explanation", explanation)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by.account())
                        .param("byName", by.name()))
                .query((row, number) -> row.getObject("account", UUID.class))
                .list();
    }

    /** The first thousand who were told, in order. */
    List<Recipient> of(UUID explanation) {
        return jdbc.sql(OF)
                .param("explanation", explanation)
                .query((row, number) -> new Recipient(
                        row.getObject("account", UUID.class),
                        row.getString("name"),
                        row.getObject("told_at", OffsetDateTime.class).toInstant(),
                        row.getString("told_by_name")))
                .list();
    }

    /** All who were told. */
    List<UUID> accounts(UUID explanation) {
        return jdbc.sql(ACCOUNTS)
                .param("explanation", explanation)
                .query((row, _) -> row.getObject("account", UUID.class))
                .list();
    }

    boolean told(UUID explanation, UUID account) {
        return jdbc.sql(TOLD)
                .param("explanation", explanation)
                .param("account", account)
                .query(Boolean.class)
                .single();
    }
}
