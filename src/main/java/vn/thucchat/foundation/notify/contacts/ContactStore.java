package vn.thucchat.foundation.notify.contacts;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.notify.channels.AddressKind;

/** The statements of {@code notify.contact} and {@code notify.address_holder}; addresses are sealed on the way. */
@Component
record ContactStore(JdbcClient jdbc, Seal seal) {

    private static final String FREE_ALL = "DELETE FROM notify.address_holder WHERE account = :account";
    private static final String DELETE_ALL = "DELETE FROM notify.contact WHERE account = :account";
    private static final String COUNT_LOST = """
            SELECT count(*) FROM (SELECT FROM notify.contact WHERE lost_at < :before LIMIT :most) AS x
            """;
    private static final String DELETE_LOST = """
            DELETE FROM notify.contact c
            USING (SELECT account, id FROM notify.contact WHERE lost_at < :before LIMIT :most) AS x
            WHERE c.account = x.account AND c.id = x.id
            """;
    private static final String COLUMNS =
            "SELECT account, id, kind, sealed, verified_at, lost_at, lost FROM notify.contact WHERE account = :account ";
    private static final String LIST = COLUMNS + "ORDER BY id";
    private static final String FIND = COLUMNS + "AND id = :id";
    private static final String LIVE = COLUMNS + "AND mark = :mark AND lost IS NULL";
    /** The one that was confirmed last comes first. */
    private static final String CONFIRMED =
            COLUMNS + "AND verified_at IS NOT NULL AND lost IS NULL ORDER BY verified_at DESC, id DESC";

    private static final String INSERT = """
            INSERT INTO notify.contact (account, id, kind, sealed, mark, made_at)
            VALUES (:account, :id, :kind, :sealed, :mark, :now)
            ON CONFLICT (account, mark) WHERE lost_at IS NULL DO NOTHING""";
    private static final String VERIFY = """
            UPDATE notify.contact SET verified_at = :now
            WHERE account = :account AND id = :id AND lost IS NULL AND verified_at IS NULL RETURNING mark""";
    private static final String LOSE = """
            UPDATE notify.contact SET lost = :lost, lost_at = :now
            WHERE account = :account AND id = :id AND lost IS NULL""";
    private static final String RESERVE = """
            INSERT INTO notify.address_holder (mark, account, contact, since) VALUES (:mark, :account, :contact, :now)
            ON CONFLICT (mark) DO NOTHING""";
    private static final String HOLDER =
            "SELECT account, contact FROM notify.address_holder WHERE mark = :mark FOR UPDATE";
    private static final String MOVE = """
            UPDATE notify.address_holder SET account = :account, contact = :contact, since = :now WHERE mark = :mark""";
    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('notify.address'), hashtext(:mark))";
    /** One of each key: the first six signs of a sealed text name it (byte 2, then the key's id). */
    private static final String OF_EACH_KEY = """
            SELECT DISTINCT ON (left(sealed, 6)) account, id, kind, sealed, verified_at, lost_at, lost
            FROM notify.contact WHERE lost IS NULL ORDER BY left(sealed, 6), account, id""";

    private static final String TELL = """
            INSERT INTO notify.lost_key (key, told_at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING""";
    private static final String LET_GO =
            "DELETE FROM notify.address_holder WHERE mark = :mark AND account = :account AND contact = :contact";

    private static final int KEY_SIGNS = 6;
    private static final Logger LOG = LoggerFactory.getLogger(ContactStore.class);

    private record Row(
            UUID account,
            UUID id,
            AddressKind kind,
            String sealed,
            @Nullable Instant verifiedAt,
            @Nullable Instant lostAt,
            Contact.@Nullable Lost lost) {}

    /** Who holds an address. */
    record Holder(UUID account, UUID contact) {}

    List<Contact> list(UUID account) {
        return contacts(jdbc.sql(LIST).param("account", account));
    }

    List<Contact> confirmed(UUID account) {
        return contacts(jdbc.sql(CONFIRMED).param("account", account));
    }

    Optional<Contact> find(UUID account, UUID id) {
        return contacts(jdbc.sql(FIND).param("account", account).param("id", id)).stream()
                .findFirst();
    }

    Optional<Contact> live(UUID account, String mark) {
        return contacts(jdbc.sql(LIVE).param("account", account).param("mark", mark)).stream()
                .findFirst();
    }

    /** False when the account has that address already. */
    boolean insert(UUID account, UUID id, AddressKind kind, String address, Instant now) {
        return of(INSERT, account, id)
                        .param("kind", kind.name())
                        .param("sealed", seal.close(address, purpose(account, id)))
                        .param("mark", mark(address))
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** @return the address's mark; empty when it was lost, or verified before */
    Optional<String> verify(UUID account, UUID id, Instant now) {
        return of(VERIFY, account, id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(String.class)
                .optional();
    }

    boolean lose(UUID account, UUID id, Contact.Lost why, Instant now) {
        return of(LOSE, account, id)
                        .param("lost", why.name())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Lets nobody else confirm, remove or ask for an address until the end of the transaction. */
    void lock(String mark) {
        jdbc.sql(LOCK).param("mark", mark).query().singleRow();
    }

    /** Who holds an address now, locked. */
    Optional<Holder> holder(String mark) {
        return jdbc.sql(HOLDER).param("mark", mark).query(Rows.of(Holder.class)).optional();
    }

    /** Makes a contact the holder of its address. Of two who confirm it at once the later one has it. */
    Holder hold(String mark, UUID account, UUID contact, Instant now) {
        Optional<Holder> before = Optional.empty();
        // the one before may let it go between the two statements
        while (before.isEmpty()) {
            holding(RESERVE, mark, account, contact, now).update();
            before = holder(mark);
        }
        holding(MOVE, mark, account, contact, now).update();
        return before.get();
    }

    private JdbcClient.StatementSpec holding(String sql, String mark, UUID account, UUID contact, Instant now) {
        return jdbc.sql(sql)
                .param("mark", mark)
                .param("account", account)
                .param("contact", contact)
                .param("now", now.atOffset(ZoneOffset.UTC));
    }

    void letGo(Contact contact) {
        jdbc.sql(LET_GO)
                .param("mark", mark(contact.address()))
                .param("account", contact.account())
                .param("contact", contact.id())
                .update();
    }

    String mark(String address) {
        return seal.mark(address, "notify.address");
    }

    private List<Contact> contacts(JdbcClient.StatementSpec sql) {
        return sql.query(Rows.of(Row.class)).list().stream()
                .map(this::opened)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Empty where the key is lost: what one key sealed does not keep the person's other addresses from them. */
    private Optional<Contact> opened(Row row) {
        try {
            return Optional.of(new Contact(
                    row.account(),
                    row.id(),
                    row.kind(),
                    seal.open(row.sealed(), purpose(row.account(), row.id())),
                    row.verifiedAt(),
                    row.lostAt(),
                    row.lost()));
        } catch (IllegalStateException lostKey) {
            LOG.warn("Contact {} is left out: {}", row.id(), lostKey.getMessage());
            return Optional.empty();
        }
    }

    /** The keys of addresses that cannot be opened, and that nobody was told of before. */
    List<String> tellLostKeys(Instant now) {
        return jdbc.sql(OF_EACH_KEY).query(Rows.of(Row.class)).list().stream()
                .filter(row -> opened(row).isEmpty())
                .map(row -> row.sealed().substring(0, KEY_SIGNS))
                .filter(key -> jdbc.sql(TELL)
                                .param("key", key)
                                .param("now", now.atOffset(ZoneOffset.UTC))
                                .update()
                        == 1)
                .toList();
    }

    private static String purpose(UUID account, UUID id) {
        return "notify.contact " + account + " " + id;
    }

    private JdbcClient.StatementSpec of(String sql, UUID account, UUID id) {
        return jdbc.sql(sql).param("account", account).param("id", id);
    }

    /** Deletes the addresses of an account, which others may confirm from then on; how many. */
    int deleteAll(UUID account) {
        jdbc.sql(FREE_ALL).param("account", account).update();
        return jdbc.sql(DELETE_ALL).param("account", account).update();
    }

    /** Counts addresses removed or lost before a moment, up to so many. */
    int countLost(Instant before, int most) {
        return jdbc.sql(COUNT_LOST)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query(Integer.class)
                .single();
    }

    /** Deletes addresses removed or lost before a moment, at most so many; how many. */
    int deleteLost(Instant before, int most) {
        return jdbc.sql(DELETE_LOST)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}
