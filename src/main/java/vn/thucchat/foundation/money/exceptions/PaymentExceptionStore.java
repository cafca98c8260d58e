package vn.thucchat.foundation.money.exceptions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.payments.Payments;

/** The statements of {@code payments.finding}. */
@Component
record PaymentExceptionStore(JdbcClient jdbc) {

    static final String COLUMNS = " account, movement, outcome, waiting AS waiting_vnd, code, opened_at, closed_at,"
            + " closed_by, decision, refund AS refund_vnd, returned, version FROM payments.finding ";
    /** SQL expression that gives the {@link PaymentException.State} of a row {@code f}, compared with {@code ANY (:from)}. */
    static final String STATE = "CASE WHEN f.closed_at IS NULL THEN 'WAITING'"
            + " WHEN f.returned IS NOT NULL THEN 'RETURNED' ELSE f.decision END";

    /** What is closed as it comes is closed by a rule, which is kept beside it. */
    private static final String INSERT = """
            WITH f AS (
                SELECT * FROM unnest(:accounts::integer[], :movements::bigint[], :outcomes::text[], :waiting::bigint[],
                    :codes::text[], :opened::timestamptz[], :closed::timestamptz[], :decisions::text[], :rules::text[])
                    AS f (account, movement, outcome, waiting, code, opened_at, closed_at, decision, rule)),
            ruled AS (
                INSERT INTO payments.automatic_closure (account, movement, closed_at, rule)
                SELECT f.account, f.movement, f.closed_at, f.rule FROM f WHERE f.rule IS NOT NULL)
            INSERT INTO payments.finding (account, movement, outcome, waiting, code, opened_at, closed_at, decision)
            SELECT f.account, f.movement, f.outcome, f.waiting, f.code, f.opened_at, f.closed_at, f.decision FROM f""";

    private static final String OF_ACCOUNTS = "SELECT" + COLUMNS + """
            WHERE account = ANY (:accounts) AND closed_at IS NULL
            ORDER BY opened_at, account, movement LIMIT :limit""";
    private static final String WAITING = """
            SELECT count(*) AS count, coalesce(sum(waiting), 0)::bigint AS amount_vnd FROM payments.finding
            WHERE account = ANY (:accounts) AND closed_at IS NULL""";
    private static final String WAITING_BY_DAY = """
            SELECT m.day, count(*) AS count, sum(f.waiting)::bigint AS amount
            FROM payments.movement m
            JOIN payments.finding f ON f.account = m.account AND f.movement = m.number AND f.closed_at IS NULL
            WHERE m.account = :account AND m.day BETWEEN :from AND :to
            GROUP BY m.day""";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE account = :account AND movement = :movement";
    private static final String DECIDE = """
            UPDATE payments.finding f
            SET waiting = 0, refund = CASE WHEN :decision = 'REFUNDED' THEN waiting ELSE 0 END, decision = :decision,
                code = coalesce(:code, code), closed_at = :at, closed_by = :by, version = version + 1
            WHERE account = :account AND movement = :movement AND version = :version
                AND\s""" + STATE + " = ANY (:from)";
    private static final String SPLIT = """
            UPDATE payments.finding f SET waiting = waiting - :amount, version = version + 1
            WHERE account = :account AND movement = :movement AND version = :version
                AND\s""" + STATE + " = ANY (:from)";

    void insert(Collection<PaymentException> findings) {
        if (findings.isEmpty()) return;
        Batch.of(findings)
                .whole("accounts", PaymentException::account)
                .number("movements", PaymentException::movement)
                .word("outcomes", PaymentException::outcome)
                .number("waiting", PaymentException::waitingVnd)
                .text("codes", PaymentException::code)
                .at("opened", PaymentException::openedAt)
                .at("closed", PaymentException::closedAt)
                .word("decisions", PaymentException::decision)
                .word("rules", PaymentException::rule)
                .update(jdbc.sql(INSERT));
    }

    /** Of some accounts the oldest first. */
    List<PaymentException> open(Collection<Integer> accounts, int limit) {
        return jdbc.sql(OF_ACCOUNTS)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("limit", limit)
                .query(Rows.of(PaymentException.class))
                .list();
    }

    Payments.Total waiting(Collection<Integer> accounts) {
        return jdbc.sql(WAITING)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(Rows.of(Payments.Total.class))
                .single();
    }

    /** By the day of the money. */
    Map<LocalDate, Payments.Total> waiting(int account, LocalDate from, LocalDate to) {
        var days = new HashMap<LocalDate, Payments.Total>();
        jdbc.sql(WAITING_BY_DAY)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(row -> {
                    days.put(
                            row.getObject("day", LocalDate.class),
                            new Payments.Total(row.getLong("count"), row.getLong("amount")));
                });
        return days;
    }

    Optional<PaymentException> find(int account, long movement) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("movement", movement)
                .query(Rows.of(PaymentException.class))
                .optional();
    }

    /** @return false when somebody else has decided since */
    boolean decide(
            PaymentException finding, PaymentException.Decision decision, @Nullable String code, UUID by, Instant at) {
        return jdbc.sql(DECIDE)
                        .param("account", finding.account())
                        .param("movement", finding.movement())
                        .param("version", finding.version())
                        .param("from", PaymentException.State.LIFE.before(decision.act))
                        .param("decision", decision.name())
                        .param("code", code)
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /**
     * Part of the money waits no longer, the rest does.
     *
     * @return false when somebody else has decided since
     */
    boolean split(PaymentException finding, long amountVnd) {
        return jdbc.sql(SPLIT)
                        .param("account", finding.account())
                        .param("movement", finding.movement())
                        .param("version", finding.version())
                        .param("from", PaymentException.State.LIFE.before("split"))
                        .param("amount", amountVnd)
                        .update()
                == 1;
    }
}
