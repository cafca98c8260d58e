package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.confirmation}. */
@Component
record ConfirmationStore(JdbcClient jdbc) {

    /**
     * Codes that were sent lately.
     *
     * @param ofAccount to any address
     * @param toAddress for any account
     * @param last for this contact
     */
    record Sent(int ofAccount, int toAddress, @Nullable Instant last) {}

    private static final String DELETE_ALL = "DELETE FROM notify.confirmation WHERE account = :account";
    private static final String SENT = """
            SELECT (SELECT count(*) FROM notify.confirmation WHERE account = :account AND sent_at > :since) AS of_account,
                (SELECT count(*) FROM notify.confirmation WHERE mark = :mark AND sent_at > :since) AS to_address,
                (SELECT max(sent_at) FROM notify.confirmation WHERE account = :account AND contact = :contact) AS last""";
    private static final String LOCK_ACCOUNT =
            "SELECT pg_advisory_xact_lock(hashtext('notify.contacts'), hashtext(:account::text))";
    private static final String INSERT = """
            INSERT INTO notify.confirmation (account, id, contact, mark, sent_at, expires_at)
            VALUES (:account, :id, :contact, :mark, :now, :expires)""";
    private static final String LAST = """
            SELECT c.id FROM notify.confirmation c WHERE c.account = :account AND c.contact = :contact
            ORDER BY c.id DESC LIMIT 1""";
    private static final String CURRENT = """
            SELECT id FROM notify.confirmation
            WHERE account = :account AND expires_at > :now AND used_at IS NULL AND id = (%s)""".formatted(LAST);
    private static final String LOOK = """
            UPDATE notify.confirmation SET tries = tries + 1
            WHERE account = :account AND expires_at > :now AND used_at IS NULL AND tries < :tries AND id = (%s)
            RETURNING id""".formatted(LAST);
    private static final String USE =
            "UPDATE notify.confirmation SET used_at = :now WHERE account = :account AND id = :id AND used_at IS NULL";

    /** Lets one person ask for codes one after the other, until the end of the transaction. */
    void lock(UUID account) {
        jdbc.sql(LOCK_ACCOUNT).param("account", account).query().singleRow();
    }

    Sent sent(UUID account, UUID contact, String mark, Instant since) {
        return jdbc.sql(SENT)
                .param("account", account)
                .param("contact", contact)
                .param("mark", mark)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Rows.of(Sent.class))
                .single();
    }

    void insert(UUID account, UUID id, UUID contact, String mark, Instant now, Instant expires) {
        jdbc.sql(INSERT)
                .param("account", account)
                .param("id", id)
                .param("contact", contact)
                .param("mark", mark)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("expires", expires.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The last code that was sent to a contact, while it is good. */
    Optional<UUID> current(UUID account, UUID contact, Instant now) {
        return of(CURRENT, account, contact, now).query(UUID.class).optional();
    }

    /** Counts a look at the last code. */
    Optional<UUID> look(UUID account, UUID contact, Instant now, int tries) {
        return of(LOOK, account, contact, now)
                .param("tries", tries)
                .query(UUID.class)
                .optional();
    }

    void use(UUID account, UUID id, Instant now) {
        jdbc.sql(USE)
                .param("account", account)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, UUID account, UUID contact, Instant now) {
        return jdbc.sql(sql)
                .param("account", account)
                .param("contact", contact)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    /** Deletes the codes of an account. */
    void deleteAll(UUID account) {
        jdbc.sql(DELETE_ALL).param("account", account).update();
    }
}
