package vn.thucchat.foundation.money.statements;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Batch;
import vn.thucchat.foundation.database.Rows;
import vn.thucchat.foundation.money.formats.StatementFault;

/** The statements of {@code payments.statement} and {@code statement_line}. */
@Component
record BankStatementStore(JdbcClient jdbc) {

    private static final String COLUMNS =
            " account, id, name, first_day, last_day, lines, fresh, complete, opening AS opening_vnd,"
                    + " closing AS closing_vnd, unexplained AS unexplained_vnd, breaks, notes, taken_at"
                    + " FROM payments.statement ";
    private static final String BY_HASH = "SELECT" + COLUMNS + "WHERE account = :account AND hash = :hash";
    private static final String FIND = "SELECT" + COLUMNS + "WHERE account = :account AND id = :id";
    private static final String PAGE =
            "SELECT" + COLUMNS + "WHERE account = :account AND id < :before ORDER BY id DESC LIMIT :limit";
    private static final String COVERING =
            "SELECT" + COLUMNS + "WHERE account = :account AND last_day >= :from AND first_day <= :to ORDER BY id";
    /** By the index of each account's last days, from its end. */
    private static final String CLOSING = """
            SELECT a.number AS account, l.last_day AS day, l.closing AS amount_vnd
            FROM unnest(:accounts::integer[]) AS a (number)
            CROSS JOIN LATERAL (
                SELECT s.last_day, s.closing FROM payments.statement s
                WHERE s.account = a.number AND s.closing IS NOT NULL
                ORDER BY s.last_day DESC, s.id DESC LIMIT 1) AS l""";

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

    Optional<KeptStatement> find(int account, String hash) {
        return jdbc.sql(BY_HASH)
                .param("account", account)
                .param("hash", hash)
                .query(Rows.of(KeptStatement.class))
                .optional();
    }

    Optional<KeptStatement> find(int account, UUID id) {
        return jdbc.sql(FIND)
                .param("account", account)
                .param("id", id)
                .query(Rows.of(KeptStatement.class))
                .optional();
    }

    /** The latest taken first, before one already seen. */
    List<KeptStatement> page(int account, UUID before, int limit) {
        return jdbc.sql(PAGE)
                .param("account", account)
                .param("before", before)
                .param("limit", limit)
                .query(Rows.of(KeptStatement.class))
                .list();
    }

    /** What the last statement of each of some accounts says stands there, where one says it. */
    List<Statements.Closing> closings(Collection<Integer> accounts) {
        return jdbc.sql(CLOSING)
                .param("accounts", accounts.toArray(Integer[]::new))
                .query(Rows.of(Statements.Closing.class))
                .list();
    }

    /** Those that state one of the days. */
    List<KeptStatement> covering(int account, LocalDate from, LocalDate to) {
        return jdbc.sql(COVERING)
                .param("account", account)
                .param("from", from)
                .param("to", to)
                .query(Rows.of(KeptStatement.class))
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
        Batch.of(notes)
                .whole("lines", StatementFault::line)
                .text("ats", StatementFault::at)
                .word("reasons", StatementFault::reason)
                .update(jdbc.sql(NOTE)
                        .param("account", account)
                        .param("statement", statement)
                        .param("places", counted(notes.size(), 1)));
    }

    List<StatementFault> notes(int account, UUID statement) {
        return jdbc.sql(NOTES)
                .param("account", account)
                .param("statement", statement)
                .query(Rows.of(StatementFault.class))
                .list();
    }

    private static Integer[] counted(int size, int from) {
        var numbers = new Integer[size];
        for (int i = 0; i < size; i++) numbers[i] = i + from;
        return numbers;
    }
}
