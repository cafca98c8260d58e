package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.sheets.SheetReading;

/**
 * Makes statements of a bank's tables, in whatever layout: the header is found by the titles that banks use, rows in
 * either order, the running balance checked row by row. Amounts in other currencies, rows without an amount and rows that
 * are not understood are left out and noted; where most are not, the file is refused.
 */
final class TableStatementReader {

    private final String account;
    private final ColumnTitles titles;
    private final @Nullable String endsAt;
    private final StatementReading reading;

    /** @param account the number of the account that the file was sent in for */
    TableStatementReader(String account, ColumnTitles titles, @Nullable String endsAt, StatementReading reading) {
        this.account = account;
        this.titles = titles;
        this.endsAt = endsAt;
        this.reading = reading;
    }

    static List<TableRow> rows(SheetReading.Sheet sheet) {
        return sheet.rows().stream().map(TableRow::of).toList();
    }

    Optional<TableHeader> header(List<TableRow> rows) {
        return TableHeader.find(rows, titles);
    }

    /** One for each account of the table. */
    List<Statement> read(List<TableRow> rows, TableHeader header) {
        var table = new TableReading(header, reading);
        table.read(rows, endsAt);
        List<StatementFault> faults = table.faults();
        long movements =
                table.entries().stream().filter(entry -> !entry.nothing()).count();
        if (faults.size() > movements) {
            faults.forEach(fault -> reading.fault(fault.line(), fault.at(), fault.reason()));
            return List.of();
        }
        String told = told(table, header);
        boolean named =
                table.entries().stream().anyMatch(entry -> entry.account().equalsIgnoreCase(account));
        Map<String, List<TableEntry>> byAccount = new LinkedHashMap<>();
        for (TableEntry entry : table.entries())
            byAccount
                    .computeIfAbsent(
                            named && !entry.account().isEmpty() ? entry.account() : told, _ -> new ArrayList<>())
                    .add(entry);
        if (byAccount.isEmpty()) byAccount.put(told, List.of());
        var statements = new ArrayList<Statement>();
        boolean only = byAccount.size() == 1;
        byAccount.forEach((number, entries) -> statements.add(
                statement(number, entries, table.around(), only, statements.isEmpty() ? table.notes() : List.of())));
        return statements;
    }

    /** A column of accounts is of this one, or of those who paid: where it says one number throughout, it is whose file it is. */
    private String told(TableReading table, TableHeader header) {
        List<String> stated = table.entries().stream()
                .map(TableEntry::account)
                .filter(number -> !number.isEmpty())
                .distinct()
                .toList();
        boolean payers = header.has(Role.PAYER_NAME) && !header.has(Role.PAYER_ACCOUNT);
        if (table.around().tellsAccount() || payers || stated.size() != 1)
            return table.around().account(account);
        return stated.getFirst();
    }

    private Statement statement(
            String number, List<TableEntry> entries, TablePreamble around, boolean only, List<StatementFault> left) {
        var run =
                new RunningBalance(entries).check(only ? around.openingVnd() : null, only ? around.closingVnd() : null);
        var notes = new ArrayList<>(left);
        notes.addAll(run.breaks());
        Set<String> shared = shared(entries);
        var lines = new ArrayList<StatementLine>();
        for (var change : run.changes())
            for (long signed : change.signed()) lines.add(line(number, change.entry(), signed, shared));
        return new Statement(
                number, run.openingVnd(), run.closingVnd(), around.from(), around.to(), true, lines, notes);
    }

    /** References that stand on many rows are no movement's own. */
    private static Set<String> shared(List<TableEntry> entries) {
        Map<String, Integer> rows = new HashMap<>();
        for (TableEntry entry : entries) if (entry.reference() != null) rows.merge(entry.reference(), 1, Integer::sum);
        rows.values().removeIf(count -> count <= Math.max(3, entries.size() / 10));
        return rows.keySet();
    }

    private StatementLine line(String number, TableEntry entry, long signed, Set<String> shared) {
        boolean in = signed > 0;
        var direction = in ? StatementLine.Direction.IN : StatementLine.Direction.OUT;
        @Nullable
        String reference = entry.reference() == null || shared.contains(entry.reference()) ? null : entry.reference();
        List<String> memo = entry.memo();
        return new StatementLine(
                number,
                entry.when().day(),
                entry.when().at(),
                direction,
                Math.abs(signed),
                reading.reference(number, direction, Math.abs(signed), reference),
                Set.of(),
                StatementMemo.memo(
                        memo.subList(0, Math.min(1, memo.size())),
                        memo.subList(Math.min(1, memo.size()), memo.size()),
                        entry.beside()),
                in ? entry.payerName() : null,
                in ? entry.payerAccount() : null,
                false);
    }
}
