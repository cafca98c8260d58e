package vn.thucchat.foundation.money.ledger;

import java.sql.Connection;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.BinaryCopy;
import vn.thucchat.foundation.database.Rows;

/** The statements of {@code payments.payable}. */
@Repository
class PayableStore {

    private static final String COLUMNS =
            " account, code, amount AS amount_vnd, paid AS paid_vnd, due_at, asked_at, state, origin, origin_id,"
                    + " what, synthetic FROM payments.payable ";
    private static final String INSERT = """
            COPY payments.payable (account, code, amount, due_at, asked_at, state, origin, origin_id, what, synthetic)
            FROM STDIN (FORMAT binary)""";
    private static final String BY_CODE = "SELECT" + COLUMNS + "WHERE code = ANY (:codes)";
    /** Locked in one order everywhere, so that two that pay the same cannot wait for each other. */
    private static final String LOCKED = "SELECT" + COLUMNS + """
            WHERE (account, code) IN (SELECT * FROM unnest(:accounts::integer[], :codes::text[]))
            ORDER BY account, code
            FOR UPDATE""";

    private static final String BY_ORIGIN = "SELECT" + COLUMNS + "WHERE origin_id = ANY (:ids) AND origin = :origin";
    /** Few, by an index of their own. */
    private static final String PAID_IN_PART = """
            SELECT origin_id, paid FROM payments.payable
            WHERE account = ANY (:accounts) AND state = 'OPEN' AND paid > 0 AND origin = :origin""";

    private static final String OPEN_AMOUNT = "SELECT" + COLUMNS + """
            WHERE account = :account AND state = 'OPEN' AND amount - paid = :amount
            ORDER BY due_at LIMIT :limit""";
    private static final String BEGINNING = "SELECT" + COLUMNS + """
            WHERE account = :account AND code >= :from AND code < :to AND state = 'OPEN'
            ORDER BY code LIMIT :limit""";
    /** By whole codes, or by how they begin; few of either. */
    private static final String NEAR = """
            SELECT p.account, p.code, p.amount AS amount_vnd, p.paid AS paid_vnd, p.due_at, p.asked_at, p.state,
                p.origin, p.origin_id, p.what, p.synthetic
            FROM unnest(:accounts::integer[], :codes::text[]) AS n (account, code)
            CROSS JOIN LATERAL (
                SELECT * FROM payments.payable o
                WHERE o.account = n.account AND o.code >= n.code AND o.code < n.code || '~' AND o.state = 'OPEN'
                ORDER BY o.code LIMIT :limit) AS p""";

    private static final String CHANGE = """
            UPDATE payments.payable p SET paid = w.paid, state = w.state
            FROM unnest(:accounts::integer[], :codes::text[], :paid::bigint[], :states::text[])
                AS w (account, code, paid, state)
            WHERE p.account = w.account AND p.code = w.code AND p.state = ANY (:from)""";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    PayableStore(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    void insert(Collection<Payable> asked) {
        template.execute((Connection connection) -> {
            BinaryCopy.into(connection, INSERT, rows -> {
                for (Payable payable : asked)
                    rows.row(10)
                            .integer(payable.account())
                            .text(payable.code())
                            .bigint(payable.amountVnd())
                            .timestamptz(payable.dueAt())
                            .timestamptz(payable.askedAt())
                            .text(payable.state().name())
                            .text(payable.origin())
                            .uuid(payable.originId())
                            .text(payable.what())
                            .bool(payable.synthetic());
            });
            return true;
        });
    }

    List<Payable> find(Collection<String> codes) {
        return jdbc.sql(BY_CODE)
                .param("codes", codes.toArray(String[]::new))
                .query(Rows.of(Payable.class))
                .list();
    }

    /** To be paid in this transaction: nobody else can until it ends. */
    List<Payable> lock(List<Integer> accounts, List<String> codes) {
        return jdbc.sql(LOCKED)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("codes", codes.toArray(String[]::new))
                .query(Rows.of(Payable.class))
                .list();
    }

    List<Payable> of(String origin, Collection<UUID> ids) {
        return jdbc.sql(BY_ORIGIN)
                .param("origin", origin)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Payable.class))
                .list();
    }

    Map<UUID, Long> paidInPart(String origin, Collection<Integer> accounts) {
        var paid = new HashMap<UUID, Long>();
        jdbc.sql(PAID_IN_PART)
                .param("origin", origin)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(row -> {
                    paid.put(row.getObject("origin_id", UUID.class), row.getLong("paid"));
                });
        return paid;
    }

    List<Payable> open(int account, long amountVnd, int limit) {
        return jdbc.sql(OPEN_AMOUNT)
                .param("account", account)
                .param("amount", amountVnd)
                .param("limit", limit)
                .query(Rows.of(Payable.class))
                .list();
    }

    /** Open ones of an account whose code begins so. */
    List<Payable> beginning(int account, String code, int limit) {
        return jdbc.sql(BEGINNING)
                .param("account", account)
                .param("from", code)
                // after every sign that codes are made of
                .param("to", code + "~")
                .param("limit", limit)
                .query(Rows.of(Payable.class))
                .list();
    }

    /** Open ones whose code is one of some, or begins so: each with the account of its place in the list. */
    List<Payable> near(List<Integer> accounts, List<String> codes, int limitEach) {
        return jdbc.sql(NEAR)
                .param("accounts", accounts.toArray(Integer[]::new))
                .param("codes", codes.toArray(String[]::new))
                .param("limit", limitEach)
                .query(Rows.of(Payable.class))
                .list();
    }

    /**
     * Stores what an act of {@link Payable.State#LIFE} made of some that are locked.
     *
     * @throws IllegalStateException when one is in a state in which that may not be done
     */
    void change(String act, Collection<Payable> changed) {
        int stored = Batch.of(changed)
                .whole("accounts", Payable::account)
                .text("codes", Payable::code)
                .number("paid", Payable::paidVnd)
                .word("states", Payable::state)
                .update(jdbc.sql(CHANGE).param("from", Payable.State.LIFE.before(act)));
        if (stored != changed.size())
            throw new IllegalStateException("To " + act + " " + changed.size() + " payables changed " + stored);
    }
}
