package vn.thucchat.economy.market.till;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.access.Actor;

/** The statements of {@code market.payment_note}: rows are added and read, never changed. */
@Component
record PaymentNoteStore(JdbcClient jdbc) {

    private static final String ADD = """
            INSERT INTO market.payment_note (market, id, stall, payment, key, kind, text, at, by_account, by_name)
            VALUES (:market, :id, :stall, :payment, :key, :kind, :text, :at, :account, :name)""";
    private static final String NOTE = "SELECT id, kind, text, at, by_name FROM market.payment_note ";
    private static final String OF = NOTE + """
            WHERE market = :market AND payment = :payment ORDER BY id LIMIT :limit""";
    private static final String FIRST = """
            SELECT stall, by_account FROM market.payment_note
            WHERE market = :market AND payment = :payment ORDER BY id LIMIT 1""";
    private static final String BY_KEY = NOTE + "WHERE market = :market AND payment = :payment AND key = :key";
    private static final String LOCK =
            "SELECT pg_advisory_xact_lock(hashtext('market.payment_note'), hashtext(:payment::text))";

    /**
     * The trader who wrote the first note of a payment: nobody else may begin.
     *
     * @param byAccount the trader's own, to sign in with
     */
    record Writer(UUID stall, UUID byAccount) {}

    /** Whoever else writes beside the payment waits until this transaction ends. */
    void lock(UUID payment) {
        jdbc.sql(LOCK).param("payment", payment).query(_ -> {});
    }

    /** @param key of the form that it was typed into */
    void add(UUID market, UUID stall, UUID payment, UUID key, PaymentNote note, Actor by) {
        jdbc.sql(ADD)
                .param("market", market)
                .param("id", note.id())
                .param("stall", stall)
                .param("payment", payment)
                .param("key", key)
                .param("kind", note.kind().name())
                .param("text", note.text())
                .param("at", note.at().atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .param("name", note.byName())
                .update();
    }

    /** What was sent with a form. */
    Optional<PaymentNote> sent(UUID market, UUID payment, UUID key) {
        return jdbc.sql(BY_KEY)
                .param("market", market)
                .param("payment", payment)
                .param("key", key)
                .query(Rows.of(PaymentNote.class))
                .optional();
    }

    /** Who began to write beside a payment. */
    Optional<Writer> first(UUID market, UUID payment) {
        return jdbc.sql(FIRST)
                .param("market", market)
                .param("payment", payment)
                .query(Rows.of(Writer.class))
                .optional();
    }

    /** In the order in which they were written. */
    List<PaymentNote> of(UUID market, UUID payment, int limit) {
        return jdbc.sql(OF)
                .param("market", market)
                .param("payment", payment)
                .param("limit", limit)
                .query(Rows.of(PaymentNote.class))
                .list();
    }
}
