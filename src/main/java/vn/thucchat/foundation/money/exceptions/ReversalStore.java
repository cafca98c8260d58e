package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.RowTimes;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.MovementRows;

/** The statements of {@code payments.movement} and {@code finding} on payments that a bank took back. */
@Component
record ReversalStore(JdbcClient jdbc) {

    private static final String NOT_RETURNED = """
             AND NOT EXISTS (
                SELECT FROM payments.finding f
                WHERE f.account = m.account AND f.movement = m.number AND f.returned IS NOT NULL)
            ORDER BY m.number""";
    /** Two looks into two indexes for each reference. What is taken back came that day or some time before. */
    private static final String BY_REFERENCE = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day BETWEEN :from AND :to AND m.amount = :amount AND m.incoming
                AND m.number IN (
                SELECT r.number FROM payments.movement r
                WHERE r.account = :account AND r.reference = ANY (:references) AND r.day BETWEEN :from AND :to
                    AND r.amount = :amount AND r.incoming
                UNION
                SELECT t.number FROM payments.told t
                WHERE t.account = :account AND t.reference = ANY (:references))""" + NOT_RETURNED;
    /** Within the account's days since the codes were asked for. */
    private static final String BY_CODE = "SELECT" + MovementRows.COLUMNS + """
            FROM payments.movement m
            WHERE m.account = :account AND m.day BETWEEN :from AND :to AND m.amount = :amount AND m.incoming
                AND m.code = ANY (:codes)""" + NOT_RETURNED;

    private static final String RETURN = """
            INSERT INTO payments.finding AS f (account, movement, outcome, waiting, code, opened_at, closed_at,
                decision, refund, returned)
            VALUES (:account, :movement, :outcome, 0, :code, :at, :at, 'REFUNDED', :amount, :returned)
            ON CONFLICT (account, movement) DO UPDATE SET waiting = 0, closed_at = :at, closed_by = NULL,
                decision = 'REFUNDED', refund = :amount, returned = :returned, version = f.version + 1
            WHERE\s""" + PaymentExceptionStore.STATE + " = ANY (:from)";

    /** What came in on some days, as much, by one of some references, and was not given back; in its order. */
    List<Movement> byReference(
            int account, long amountVnd, Collection<String> references, LocalDate from, LocalDate to) {
        return jdbc.sql(BY_REFERENCE)
                .param("account", account)
                .param("amount", amountVnd)
                .param("references", references.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .query(MovementRows::movement)
                .list();
    }

    /** The same, by one of some codes, on some days. */
    List<Movement> byCode(int account, long amountVnd, Collection<String> codes, LocalDate from, LocalDate to) {
        return jdbc.sql(BY_CODE)
                .param("account", account)
                .param("amount", amountVnd)
                .param("codes", codes.toArray(String[]::new))
                .param("from", from)
                .param("to", to)
                .query(MovementRows::movement)
                .list();
    }

    /**
     * The account must be locked.
     *
     * @param by the number of the movement that took it back
     * @return false when it was given back before
     */
    boolean giveBack(Movement payment, long by, Instant at) {
        return jdbc.sql(RETURN)
                        .param("account", payment.account())
                        .param("movement", payment.number())
                        .param("outcome", payment.outcome().name())
                        .param("code", payment.code())
                        .param("amount", payment.amountVnd())
                        .param("returned", by)
                        .param("from", PaymentException.State.LIFE.before("reverse"))
                        .param("at", RowTimes.utc(at))
                        .update()
                == 1;
    }
}
