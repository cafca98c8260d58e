package vn.thucchat.foundation.notify.conversations;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code notify.zalo_link} and {@code notify.zalo_link_offer}. */
@Component
record ZaloLinkStore(JdbcClient jdbc) {

    private static final String ACCOUNT = "SELECT account FROM notify.zalo_link WHERE chat = :chat";
    private static final String OF =
            "SELECT chat, linked_at FROM notify.zalo_link WHERE account = :account ORDER BY chat";
    private static final String OFFER =
            "INSERT INTO notify.zalo_link_offer (chat, id, expires_at) VALUES (:chat, :id, :expires)";
    private static final String OPEN = """
            SELECT count(*) FROM notify.zalo_link_offer
            WHERE chat = :chat AND id = :id AND used_at IS NULL AND expires_at > :now""";
    private static final String USE = """
            UPDATE notify.zalo_link_offer SET used_at = :now
            WHERE chat = :chat AND id = :id AND used_at IS NULL AND expires_at > :now""";
    /** Whoever linked a chat last has it. */
    private static final String LINK = """
            INSERT INTO notify.zalo_link (chat, account, linked_at) VALUES (:chat, :account, :now)
            ON CONFLICT (chat) DO UPDATE SET account = excluded.account, linked_at = excluded.linked_at""";

    private static final String UNLINK = "DELETE FROM notify.zalo_link WHERE chat = :chat AND account = :account";
    private static final String DELETE_OLD = """
            DELETE FROM notify.zalo_link_offer WHERE (chat, id) IN (
                SELECT chat, id FROM notify.zalo_link_offer WHERE expires_at < :before ORDER BY expires_at LIMIT :most)""";
    private static final String FORGET = "DELETE FROM notify.zalo_link_offer WHERE chat = :chat";

    Optional<UUID> account(String chat) {
        return jdbc.sql(ACCOUNT).param("chat", chat).query(UUID.class).optional();
    }

    List<ZaloLink> of(UUID account) {
        return jdbc.sql(OF)
                .param("account", account)
                .query(Rows.of(ZaloLink.class))
                .list();
    }

    void offer(String chat, UUID id, Instant expires) {
        of(OFFER, chat, id).param("expires", expires.atOffset(ZoneOffset.UTC)).update();
    }

    boolean open(String chat, UUID id, Instant now) {
        return of(OPEN, chat, id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Uses up a link code; false when the code was used before or has expired. */
    boolean use(String chat, UUID id, Instant now) {
        return of(USE, chat, id).param("now", now.atOffset(ZoneOffset.UTC)).update() == 1;
    }

    void link(String chat, UUID account, Instant now) {
        jdbc.sql(LINK)
                .param("chat", chat)
                .param("account", account)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean unlink(String chat, UUID account) {
        return jdbc.sql(UNLINK).param("chat", chat).param("account", account).update() == 1;
    }

    int deleteOldOffers(Instant before, int most) {
        return jdbc.sql(DELETE_OLD)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    void forgetOffers(String chat) {
        jdbc.sql(FORGET).param("chat", chat).update();
    }

    private JdbcClient.StatementSpec of(String sql, String chat, UUID id) {
        return jdbc.sql(sql).param("chat", chat).param("id", id);
    }
}
