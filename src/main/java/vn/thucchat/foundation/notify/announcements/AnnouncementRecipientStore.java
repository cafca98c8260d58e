package vn.thucchat.foundation.notify.announcements;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.notify.notices.NoticeTotals;

/** The statements of {@code notify.announcement_recipient}. */
@Component
record AnnouncementRecipientStore(JdbcClient jdbc) {

    private static final String NOTIFIED = """
            SELECT account FROM notify.announcement_recipient
            WHERE announcement = :announcement AND account = ANY (:accounts)""";
    private static final String INSERT = """
            INSERT INTO notify.announcement_recipient (announcement, account, message, language)
            SELECT :announcement, m.* FROM unnest(:accounts::uuid[], :messages::uuid[], :languages::text[]) AS m""";
    private static final String SELECT = """
            SELECT account, message AS id, language FROM notify.announcement_recipient
            WHERE announcement = :announcement""";
    private static final String MESSAGES = SELECT + " AND message > :after ORDER BY message LIMIT :limit";
    private static final String MESSAGE = SELECT + " AND message = :message";
    private static final String OF_ACCOUNT = """
            SELECT announcement FROM notify.announcement_recipient WHERE account = :account
            ORDER BY announcement DESC LIMIT 1000""";

    /** Those of some accounts for whom a message was written before. */
    Set<UUID> alreadyNotified(UUID announcement, Collection<UUID> accounts) {
        return Set.copyOf(jdbc.sql(NOTIFIED)
                .param("announcement", announcement)
                .param("accounts", accounts.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void insert(UUID announcement, List<NoticeTotals.Message> messages) {
        Batch.of(messages)
                .uuid("accounts", NoticeTotals.Message::account)
                .uuid("messages", NoticeTotals.Message::id)
                .text("languages", NoticeTotals.Message::language)
                .update(jdbc.sql(INSERT).param("announcement", announcement));
    }

    /** Lists messages in the order of their ids, from behind {@code after}. */
    List<NoticeTotals.Message> messages(UUID announcement, UUID after, int limit) {
        return jdbc.sql(MESSAGES)
                .param("announcement", announcement)
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(NoticeTotals.Message.class))
                .list();
    }

    Optional<NoticeTotals.Message> message(UUID announcement, UUID message) {
        return jdbc.sql(MESSAGE)
                .param("announcement", announcement)
                .param("message", message)
                .query(Rows.of(NoticeTotals.Message.class))
                .optional();
    }

    /** The latest announcements that a person got. */
    List<UUID> of(UUID account) {
        return List.copyOf(
                jdbc.sql(OF_ACCOUNT).param("account", account).query(UUID.class).list());
    }
}
