package vn.thucchat.foundation.money.exceptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.units.UnitCode;

/** The statements of {@code payments.held_payment}. */
@Component
record HeldPaymentStore(JdbcClient jdbc) {

    private static final String COLUMNS = """
             id, unit, reason, connection, numbers, bank, source, source_id, incoming, amount AS amount_vnd, at,
            day, reference, account, resembles, synthetic, received_at, decision, note, decided_at,
            decided_by, movement, version
            FROM payments.held_payment
            """;
    private static final String HOLD = """
            INSERT INTO payments.held_payment (id, unit, reason, connection, numbers, bank, source, source_id, incoming,
                amount, at, day, reference, account, resembles, synthetic, received_at, sealed)
            VALUES (:id, :unit, :reason, :connection, :numbers, :bank, :source, :sourceId, :incoming, :amount, :at, :day,
                :reference, :account, :resembles, :synthetic, :receivedAt, :sealed)
            ON CONFLICT (unit, account, source, source_id) DO NOTHING""";
    private static final String OPEN = "SELECT" + COLUMNS + """
            WHERE unit = ANY (:units) AND (synthetic OR NOT :onlySynthetic) AND decision IS NULL AND id > :after
            ORDER BY id LIMIT :limit""";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE id = :id";
    private static final String SEALED = "SELECT sealed FROM payments.held_payment WHERE unit = :unit AND id = :id";
    private static final String WAITING = """
            SELECT count(*) AS count, coalesce(sum(amount), 0)::bigint AS amount_vnd FROM payments.held_payment
            WHERE account = ANY (:accounts) AND decision IS NULL AND incoming AND day BETWEEN :from AND :to""";
    private static final String DECIDE = """
            UPDATE payments.held_payment SET decision = :decision, note = :note, decided_at = :at, decided_by = :by,
                account = coalesce(account, :account), movement = :movement, version = version + 1
            WHERE unit = :unit AND id = :id AND version = :version AND decision IS NULL""";
    private static final String FORGET = """
            UPDATE payments.held_payment SET sealed = NULL
            WHERE sealed IS NOT NULL AND decision IS NOT NULL AND received_at < :before""";

    /** @return false when it is held already, or was decided */
    boolean hold(HeldPayment payment, byte[] sealed) {
        HeldPayment.Said said = payment.said();
        return jdbc.sql(HOLD)
                        .param("id", payment.id())
                        .param("unit", payment.unit().value())
                        .param("reason", payment.reason().name())
                        .param("connection", said.connection())
                        .param("numbers", said.numbers().toArray(String[]::new))
                        .param("bank", said.bank())
                        .param("source", said.source().name())
                        .param("sourceId", said.sourceId())
                        .param("incoming", said.incoming())
                        .param("amount", said.amountVnd())
                        .param("at", RowTimes.utc(said.at()))
                        .param("day", said.day())
                        .param("reference", said.reference())
                        .param("account", payment.account())
                        .param("resembles", payment.resembles())
                        .param("synthetic", payment.synthetic())
                        .param("receivedAt", RowTimes.utc(payment.receivedAt()))
                        .param("sealed", sealed)
                        .update()
                == 1;
    }

    /**
     * What nobody has decided in some units, the oldest first, after one already seen.
     *
     * @param onlySynthetic leaves out the real ones
     */
    List<HeldPayment> open(String[] units, boolean onlySynthetic, UUID after, int limit) {
        return jdbc.sql(OPEN)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("after", after)
                .param("limit", limit)
                .query(HeldPaymentStore::payment)
                .list();
    }

    Optional<HeldPayment> find(UUID id) {
        return jdbc.sql(FIND).param("id", id).query(HeldPaymentStore::payment).optional();
    }

    /** What the teller sent, sealed; empty when it was deleted since. */
    Optional<byte[]> sealed(HeldPayment payment) {
        return jdbc.sql(SEALED)
                .param("unit", payment.unit().value())
                .param("id", payment.id())
                .query((row, number) -> Optional.ofNullable(row.getBytes("sealed")))
                .optional()
                .flatMap(found -> found);
    }

    /** What came in on some accounts on some days and waits for a decision. */
    Payments.Total waiting(Collection<Integer> accounts, LocalDate from, LocalDate to) {
        return jdbc.sql(WAITING)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("from", from)
                .param("to", to)
                .query(Rows.of(Payments.Total.class))
                .single();
    }

    /** @return false when somebody else has decided since */
    boolean decide(HeldPayment payment, HeldPayment.Decided decided, @Nullable Integer account) {
        return jdbc.sql(DECIDE)
                        .param("unit", payment.unit().value())
                        .param("id", payment.id())
                        .param("version", payment.version())
                        .param("decision", decided.decision().name())
                        .param("note", decided.note())
                        .param("at", RowTimes.utc(decided.at()))
                        .param("by", decided.by())
                        .param("account", account)
                        .param("movement", decided.movement())
                        .update()
                == 1;
    }

    int forget(Instant before) {
        return jdbc.sql(FORGET).param("before", RowTimes.utc(before)).update();
    }

    private static HeldPayment payment(ResultSet row, int number) throws SQLException {
        @Nullable String decision = row.getString("decision");
        return new HeldPayment(
                row.getObject("id", UUID.class),
                new UnitCode(row.getString("unit")),
                HeldPayment.Reason.valueOf(row.getString("reason")),
                Rows.of(HeldPayment.Said.class).mapRow(row, number),
                row.getObject("account", Integer.class),
                row.getObject("resembles", Long.class),
                row.getBoolean("synthetic"),
                RowTimes.at(row, "received_at"),
                decision == null
                        ? null
                        : new HeldPayment.Decided(
                                HeldPayment.Decision.valueOf(decision),
                                row.getString("note"),
                                RowTimes.at(row, "decided_at"),
                                row.getObject("decided_by", UUID.class),
                                row.getObject("movement", Long.class)),
                row.getInt("version"));
    }
}
