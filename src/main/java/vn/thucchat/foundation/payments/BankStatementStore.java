package vn.thucchat.foundation.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The statements of {@code payments.statement} and {@code statement_line}. */
@Repository
class BankStatementStore {

    private static final String COLUMNS =
            " account, id, name, first_day, last_day, lines, fresh, complete, opening, closing,"
                    + " unexplained, breaks, notes, taken_at"
                    + " FROM payments.statement ";
    private static final String BY_HASH = "SELECT" + COLUMNS + "WHERE account = :account AND hash = :hash";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE account = :account AND id = :id";
    private static final String PAGE =
            "SELECT" + COLUMNS + "WHERE account = :account AND id < :before ORDER BY id DESC LIMIT :limit";
    private static final String COVERING =
            "SELECT" + COLUMNS + "WHERE account = :account AND last_day >= :from AND first_day <= :to ORDER BY id";
    private static final String INSERT = """
            INSERT INTO payments.statement (account, id, hash, name, first_day, last_day, lines, fresh, complete,
                opening, closing, unexplained, breaks, notes, taken_at, taken_by)
            VALUES (:account, :id, :hash, :name, :first, :last, :lines, :fresh, :complete, :opening, :closing,
                :unexplained, :breaks, :notes, :at, :by)""";
    private static final String NOTE = """
            INSERT INTO payments.statement_note (account, statement, place, line, at, reason)
            SELECT :account, :statement, n.place, n.line, n.at, n.reason
            FROM unnest(:places::integer[], :lines::integer[], :ats::text[], :reasons::text[])
                AS n (place, line, at, reason)""";
    private static final String NOTES = """
            SELECT line, at, reason FROM payments.statement_note
            WHERE account = :account AND statement = :statement ORDER BY place""";
    private static final String LINES = """
            INSERT INTO payments.statement_line (account, statement, line, day, movement)
            SELECT :account, :statement, l.line, l.day, l.movement
            FROM unnest(:lines::integer[], :days::date[], :movements::bigint[]) AS l (line, day, movement)""";
    /** As {@code MovementStore.KNOWN}, and by what others said since: three looks into three indexes for each. */
    private static final String PLACED = """
            SELECT a.i, k.number
            FROM unnest(:is::integer[], :ids::text[], :references::text[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, source_id, reference, amount, incoming)
            CROSS JOIN LATERAL (
                SELECT m.number FROM payments.movement m
                WHERE m.account = :account AND m.source = 'STATEMENT' AND m.source_id = a.source_id
                UNION ALL
                SELECT m.number FROM payments.movement m
                WHERE m.account = :account AND m.reference = a.reference AND m.amount = a.amount
                    AND m.incoming = a.incoming
                UNION ALL
                SELECT t.number FROM payments.told t
                JOIN payments.movement m ON m.account = t.account AND m.number = t.number
                WHERE t.account = :account AND t.reference = a.reference AND m.amount = a.amount
                    AND m.incoming = a.incoming
                LIMIT 1) AS k""";

    /** By a reference that is not the first of a line: the movements that are known by it, with all that are. */
    private static final String REFERRED = """
            SELECT a.i, m.number,""" + ToldStore.KNOWN_REFERENCES + """

            FROM unnest(:is::integer[], :references::text[], :amounts::bigint[], :incoming::boolean[])
                AS a (i, reference, amount, incoming)
            CROSS JOIN LATERAL (
                SELECT r.number FROM payments.movement r
                WHERE r.account = :account AND r.reference = a.reference AND r.amount = a.amount
                    AND r.incoming = a.incoming
                UNION
                SELECT t.number FROM payments.told t WHERE t.account = :account AND t.reference = a.reference) AS k
            JOIN payments.movement m ON m.account = :account AND m.number = k.number AND m.amount = a.amount
                AND m.incoming = a.incoming
            ORDER BY a.i, m.number""";

    /**
     * A movement that a line may be.
     *
     * @param line the line's place in the list
     * @param references all that are known of the movement
     */
    record Referred(int line, long number, Set<String> references) {}

    private final JdbcClient jdbc;

    BankStatementStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<KeptStatement> find(int account, String hash) {
        return jdbc.sql(BY_HASH)
                .param("account", account)
                .param("hash", hash)
                .query(BankStatementStore::statement)
                .optional();
    }

    Optional<KeptStatement> find(int account, UUID id) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("id", id)
                .query(BankStatementStore::statement)
                .optional();
    }

    /** The latest taken first, before one already seen. */
    List<KeptStatement> page(int account, UUID before, int limit) {
        return jdbc.sql(PAGE)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(BankStatementStore::statement)
                .list();
    }

    /** Those that state one of the days. */
    List<KeptStatement> covering(int account, LocalDate from, LocalDate to) {
        return jdbc.sql(COVERING)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(BankStatementStore::statement)
                .list();
    }

    void insert(KeptStatement statement, String hash, UUID by, List<LocalDate> days, List<Long> movements) {
        jdbc.sql(INSERT)
                .param("account", statement.account())
                .param("id", statement.id())
                .param("hash", hash)
                .param("name", statement.name())
                .param("first", statement.firstDay())
                .param("last", statement.lastDay())
                .param("lines", statement.lines())
                .param("fresh", statement.fresh())
                .param("complete", statement.complete())
                .param("opening", statement.openingVnd())
                .param("closing", statement.closingVnd())
                .param("unexplained", statement.unexplainedVnd())
                .param("breaks", statement.breaks())
                .param("notes", statement.notes())
                .param("at", statement.takenAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        jdbc.sql(LINES)
                .param("account", statement.account())
                .param("statement", statement.id())
                .param("lines", counted(days.size(), 1))
                .param("days", days.stream().map(LocalDate::toString).toArray(String[]::new))
                .param("movements", movements.toArray(Long[]::new))
                .update();
    }

    /** Keeps what was left out or taken otherwise. */
    void note(int account, UUID statement, List<StatementFault> notes) {
        jdbc.sql(NOTE)
                .param("account", account)
                .param("statement", statement)
                .param("places", counted(notes.size(), 1))
                .param("lines", notes.stream().map(StatementFault::line).toArray(Integer[]::new))
                .param("ats", notes.stream().map(StatementFault::at).toArray(String[]::new))
                .param(
                        "reasons",
                        notes.stream().map(note -> note.reason().name()).toArray(String[]::new))
                .update();
    }

    List<StatementFault> notes(int account, UUID statement) {
        return jdbc.sql(NOTES)
                .param("account", account)
                .param("statement", statement)
                .query((row, number) -> new StatementFault(
                        row.getInt("line"),
                        row.getString("at"),
                        StatementFault.Reason.valueOf(row.getString("reason"))))
                .list();
    }

    /** The movements that are there already, by the place of the notice in the list. */
    Map<Integer, Long> placed(int account, List<Notice> notices) {
        var placed = new HashMap<Integer, Long>();
        jdbc.sql(PLACED)
                .param("account", account)
                .param("is", counted(notices.size(), 0))
                .param("ids", notices.stream().map(Notice::sourceId).toArray(String[]::new))
                .param("references", notices.stream().map(Notice::reference).toArray(String[]::new))
                .param("amounts", notices.stream().map(Notice::amountVnd).toArray(Long[]::new))
                .param("incoming", notices.stream().map(Notice::incoming).toArray(Boolean[]::new))
                .query(row -> {
                    placed.put(row.getInt("i"), row.getLong("number"));
                });
        return placed;
    }

    /** What is known by the further references of some lines, in the lines' order. */
    List<Referred> referred(int account, Map<Integer, StatementLine> lines) {
        var is = new ArrayList<Integer>();
        var references = new ArrayList<String>();
        var amounts = new ArrayList<Long>();
        var incoming = new ArrayList<Boolean>();
        lines.forEach((i, line) -> line.otherReferences().forEach(reference -> {
            is.add(i);
            references.add(reference);
            amounts.add(line.amountVnd());
            incoming.add(line.direction() == StatementLine.Direction.IN);
        }));
        return jdbc.sql(REFERRED)
                .param("account", account)
                .param("is", is.toArray(Integer[]::new))
                .param("references", references.toArray(String[]::new))
                .param("amounts", amounts.toArray(Long[]::new))
                .param("incoming", incoming.toArray(Boolean[]::new))
                .query((row, number) -> new Referred(row.getInt("i"), row.getLong("number"), ToldStore.references(row)))
                .list();
    }

    private static Integer[] counted(int size, int from) {
        var numbers = new Integer[size];
        for (int i = 0; i < size; i++) numbers[i] = i + from;
        return numbers;
    }

    private static KeptStatement statement(ResultSet row, int number) throws SQLException {
        return new KeptStatement(
                row.getInt("account"),
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getObject("first_day", LocalDate.class),
                row.getObject("last_day", LocalDate.class),
                row.getInt("lines"),
                row.getInt("fresh"),
                row.getBoolean("complete"),
                row.getObject("opening", Long.class),
                row.getObject("closing", Long.class),
                row.getObject("unexplained", Long.class),
                row.getInt("breaks"),
                row.getInt("notes"),
                row.getObject("taken_at", OffsetDateTime.class).toInstant());
    }
}
