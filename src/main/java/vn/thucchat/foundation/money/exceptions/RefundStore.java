package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.MovementRows;

/** The statements of {@code payments.finding} on money that is to be given back. */
@Component
record RefundStore(JdbcClient jdbc) {

    private static final String WAITING = "SELECT" + PaymentExceptionStore.COLUMNS + """
            WHERE account IN (
                    SELECT number FROM payments.account WHERE unit = ANY (:units) AND (synthetic OR NOT :onlySynthetic))
                AND refund > 0 AND returned IS NULL
                AND (closed_at, account, movement) > (:closedAt, :account, :movement)
            ORDER BY closed_at, account, movement LIMIT :limit""";
    private static final String OUTGOING = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            JOIN payments.movement came ON came.account = m.account AND came.number = :movement
            WHERE m.account = :account AND m.amount = :amount AND NOT m.incoming AND m.day >= came.day
                AND NOT EXISTS (
                    SELECT FROM payments.finding f WHERE f.account = m.account AND f.returned = m.number)
            ORDER BY m.number LIMIT :limit""";
    private static final String RETURN = """
            UPDATE payments.finding f SET returned = m.number, version = f.version + 1
            FROM payments.movement m
            WHERE f.account = :account AND f.movement = :movement AND f.version = :version
                AND m.account = f.account AND m.number = :returned AND NOT m.incoming AND m.amount = f.refund
                AND NOT EXISTS (
                    SELECT FROM payments.finding o WHERE o.account = m.account AND o.returned = m.number)
                AND\s""" + PaymentExceptionStore.STATE + " = ANY (:from)";

    /**
     * Of the accounts of some units what was decided first, after one already seen.
     *
     * @param onlySynthetic leaves out the real ones
     */
    List<PaymentException> waiting(
            String[] units, boolean onlySynthetic, Instant closedAt, int account, long movement, int limit) {
        return jdbc.sql(WAITING)
                .param("units", units)
                .param("onlySynthetic", onlySynthetic)
                .param("closedAt", closedAt.atOffset(ZoneOffset.UTC))
                .param("account", account)
                .param("movement", movement)
                .param("limit", limit)
                .query(Rows.of(PaymentException.class))
                .list();
    }

    /** What went out of the account since the money came, as much as it, and gave nothing else back; in its order. */
    List<Movement> outgoing(PaymentException refund, int limit) {
        return jdbc.sql(OUTGOING)
                .param("account", refund.account())
                .param("movement", refund.movement())
                .param("amount", refund.refundVnd())
                .param("limit", limit)
                .query(MovementRows::movement)
                .list();
    }

    /**
     * The account must be locked.
     *
     * @return false when it was given back before, by another movement or this one, or the two do not fit
     */
    boolean giveBack(PaymentException refund, long returned) {
        return jdbc.sql(RETURN)
                        .param("account", refund.account())
                        .param("movement", refund.movement())
                        .param("version", refund.version())
                        .param("returned", returned)
                        .param("from", PaymentException.State.LIFE.before("give back"))
                        .update()
                == 1;
    }
}
