package vn.thucchat.economy.market.till;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.identity.Actor;

/** The statements of {@code market.payment_note}: rows are added and read, never changed. */
@Component
record PaymentNoteStore(JdbcClient jdbc) {

    private static final String ADD = """
            INSERT INTO market.payment_note (market, id, stall, payment, kind, text, at, by_account, by_name)
            VALUES (:market, :id, :stall, :payment, :kind, :text, :at, :account, :name)""";
    private static final String OF = """
            SELECT id, kind, text, at, by_name FROM market.payment_note
            WHERE market = :market AND stall = :stall AND payment = :payment ORDER BY id LIMIT :limit""";

    void add(UUID market, UUID id, UUID stall, UUID payment, PaymentNote.Kind kind, String text, Instant at, Actor by) {
        jdbc.sql(ADD)
                .param("market", market)
                .param("id", id)
                .param("stall", stall)
                .param("payment", payment)
                .param("kind", kind.name())
                .param("text", text)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("account", by.account())
                .param("name", by.name())
                .update();
    }

    /** In the order in which they were written. */
    List<PaymentNote> of(UUID market, UUID stall, UUID payment, int limit) {
        return jdbc.sql(OF)
                .param("market", market)
                .param("stall", stall)
                .param("payment", payment)
                .param("limit", limit)
                .query(Rows.of(PaymentNote.class))
                .list();
    }
}
