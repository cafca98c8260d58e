package vn.thucchat.economy.market.charges;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;

/** Which charges there are: the statements of {@code market.charge} that ask, find and call off. */
@Component
record ChargeStore(JdbcClient jdbc) {

    static final String COLUMNS = """
            c.market, c.id, c.stall, s.number, c.trader, t.name AS trader_name, c.month, c.kind, c.amount_vnd,
                c.due_on, c.account, c.code, c.paid_on, c.channel, c.cancelled_on
            """;
    private static final String CHARGE = "SELECT " + COLUMNS + """
            FROM market.charge c
            JOIN market.stall s ON s.market = c.market AND s.id = c.stall
            JOIN market.trader t ON t.market = c.market AND t.id = c.trader
            """;
    private static final String BY_IDS = CHARGE + "WHERE c.id = ANY (:ids) ORDER BY c.id";
    private static final String OF_STALL =
            CHARGE + "WHERE c.market = :market AND c.stall = :stall ORDER BY c.month DESC, c.kind, c.id DESC LIMIT 200";
    private static final String IS_OVERDUE = """
            WHERE c.market = :market
                AND (c.stall, c.trader) IN (SELECT * FROM unnest(:stalls::uuid[], :traders::uuid[]))
                AND c.paid_on IS NULL AND c.cancelled_on IS NULL AND c.due_on < :day
            """;
    private static final String OVERDUE = CHARGE + IS_OVERDUE + """
                AND (s.place, s.number, c.due_on, c.kind, c.id) > (:place, :number, :due, :kind, :id)
            ORDER BY s.place, s.number, c.due_on, c.kind, c.id LIMIT :limit""";
    /** The last of each part that another one follows. */
    private static final String OVERDUE_PARTS = """
            SELECT id FROM (
                SELECT c.id, count(*) OVER () AS total,
                    row_number() OVER (ORDER BY s.place, s.number, c.due_on, c.kind, c.id) AS place
                FROM market.charge c
                JOIN market.stall s ON s.market = c.market AND s.id = c.stall
            """ + IS_OVERDUE + """
            ) AS n
            WHERE n.place % :size = 0 AND n.place < n.total ORDER BY n.place""";

    private static final String OWED_BY = CHARGE + """
            WHERE t.account = :person AND c.paid_on IS NULL AND c.cancelled_on IS NULL
            ORDER BY c.due_on, c.kind, c.id LIMIT 100""";
    private static final String PAID_BY = CHARGE + """
            WHERE t.account = :person AND c.paid_on IS NOT NULL ORDER BY c.month DESC, c.kind, c.id DESC LIMIT 36""";
    private static final String OWN = CHARGE + "WHERE c.id = :id AND t.account = :person";
    private static final String OF_MONTH = CHARGE + """
            WHERE c.market = :market AND c.month = :month AND c.kind = :kind AND c.cancelled_on IS NULL
                AND (s.place, s.number) > (:place, :after)
            ORDER BY s.place, s.number LIMIT :limit""";
    private static final String ASKED = """
            SELECT stall FROM market.charge
            WHERE market = :market AND month = :month AND kind = :kind AND cancelled_on IS NULL""";
    private static final String INSERT = """
            INSERT INTO market.charge (market, id, stall, trader, month, kind, amount_vnd, due_on, account, code)
            SELECT :market, c.id, c.stall, c.trader, :month, :kind, c.amount, :due, :account, c.code
            FROM unnest(:ids::uuid[], :stalls::uuid[], :traders::uuid[], :amounts::bigint[], :codes::text[])
                AS c (id, stall, trader, amount, code)""";
    private static final String CANCEL = """
            UPDATE market.charge SET cancelled_on = :day
            WHERE market = :market AND id = :id AND paid_on IS NULL AND cancelled_on IS NULL""";

    List<Charge> find(Collection<UUID> ids) {
        return jdbc.sql(BY_IDS)
                .param("ids", ids.toArray(UUID[]::new))
                .query(Rows.of(Charge.class))
                .list();
    }

    Optional<Charge> find(UUID id) {
        return find(List.of(id)).stream().findFirst();
    }

    /** The latest month first. */
    List<Charge> ofStall(UUID market, UUID stall) {
        return jdbc.sql(OF_STALL)
                .param("market", market)
                .param("stall", stall)
                .query(Rows.of(Charge.class))
                .list();
    }

    /**
     * What some owed at their stalls before a day, stall by stall, the first due first.
     *
     * @param after one already seen, or null
     */
    List<Charge> overdue(
            UUID market, Collection<ArrearsReminders.Debtor> of, LocalDate day, @Nullable Charge after, int limit) {
        String number = after == null ? "" : after.number();
        return debtors(OVERDUE, market, of, day)
                .param("place", StallNumber.place(number))
                .param("number", number)
                .param("due", after == null ? LocalDate.EPOCH : after.dueOn())
                .param("kind", after == null ? "" : after.kind().name())
                .param("id", after == null ? new UUID(0, 0) : after.id())
                .param("limit", limit)
                .query(Rows.of(Charge.class))
                .list();
    }

    /** The charges after which a further part of {@link #overdue} begins, when each part holds so many. */
    List<UUID> overdueParts(UUID market, Collection<ArrearsReminders.Debtor> of, LocalDate day, int size) {
        return debtors(OVERDUE_PARTS, market, of, day)
                .param("size", size)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    private JdbcClient.StatementSpec debtors(
            String sql, UUID market, Collection<ArrearsReminders.Debtor> of, LocalDate day) {
        return Batch.of(of)
                .uuid("stalls", ArrearsReminders.Debtor::stall)
                .uuid("traders", ArrearsReminders.Debtor::trader)
                .in(jdbc.sql(sql).param("market", market).param("day", day));
    }

    /** Of all stalls of a person who signs in, the first due first. */
    List<Charge> owedBy(UUID person) {
        return jdbc.sql(OWED_BY)
                .param("person", person)
                .query(Rows.of(Charge.class))
                .list();
    }

    Optional<Charge> own(UUID person, UUID id) {
        return jdbc.sql(OWN)
                .param("id", id)
                .param("person", person)
                .query(Rows.of(Charge.class))
                .optional();
    }

    /** The latest month first. */
    List<Charge> paidBy(UUID person) {
        return jdbc.sql(PAID_BY)
                .param("person", person)
                .query(Rows.of(Charge.class))
                .list();
    }

    List<Charge> ofMonth(UUID market, LocalDate month, Charge.Kind kind, String after, int limit) {
        return jdbc.sql(OF_MONTH)
                .param("market", market)
                .param("month", month)
                .param("kind", kind.name())
                .param("place", StallNumber.place(after))
                .param("after", after)
                .param("limit", limit)
                .query(Rows.of(Charge.class))
                .list();
    }

    /** The stalls that were asked already. */
    List<UUID> asked(UUID market, LocalDate month, Charge.Kind kind) {
        return jdbc.sql(ASKED)
                .param("market", market)
                .param("month", month)
                .param("kind", kind.name())
                .query((row, number) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Of one market, month, kind, day and account. */
    int insert(List<Charge> charges) {
        Charge one = charges.getFirst();
        return Batch.of(charges)
                .uuid("ids", Charge::id)
                .uuid("stalls", Charge::stall)
                .uuid("traders", Charge::trader)
                .number("amounts", Charge::amountVnd)
                .text("codes", Charge::code)
                .update(jdbc.sql(INSERT)
                        .param("market", one.market())
                        .param("month", one.month())
                        .param("kind", one.kind().name())
                        .param("due", one.dueOn())
                        .param("account", one.account()));
    }

    boolean cancel(UUID market, UUID id, LocalDate day) {
        return jdbc.sql(CANCEL)
                        .param("market", market)
                        .param("id", id)
                        .param("day", day)
                        .update()
                == 1;
    }
}
