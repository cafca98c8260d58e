package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** Reads the rows below the header of one bank's table, and what the bank writes around them. */
final class TableReading {

    /** Why a row that moved money is left out: the bank's sums count it. */
    private static final Set<Reason> LEFT_OUT = Set.of(Reason.AMOUNT, Reason.DATE, Reason.CURRENCY);

    private final TableHeader header;
    private final StatementReading reading;
    private final TablePreamble around = new TablePreamble();
    private final DayOrder days = new DayOrder(around);
    private final TableTotals totals;
    private final List<TableEntry> entries = new ArrayList<>();
    private final TableEntryReader cells;
    private @Nullable StatedDay day;

    TableReading(TableHeader header, StatementReading reading) {
        this.header = header;
        totals = new TableTotals(header);
        cells = new TableEntryReader(header, around);
        this.reading = reading;
    }

    List<TableEntry> entries() {
        return entries;
    }

    /** What was left out, and what could not be read. */
    List<StatementFault> notes() {
        return cells.notes();
    }

    /** Rows that could not be read: where there are many, the table is another than it seems. */
    List<StatementFault> faults() {
        return cells.faults();
    }

    TablePreamble around() {
        return around;
    }

    void read(List<TableRow> rows, @Nullable String endsAt) {
        for (TableRow row : rows.subList(0, header.from())) around.above(row);
        for (TableRow row : rows.subList(header.to(), rows.size())) {
            if (row.cells().isEmpty()) continue;
            if (endsAt != null && row.first().getValue().line().startsWith(endsAt)) break;
            if (!header.repeats(row)) read(row);
        }
        boolean whole = cells.notes().stream().noneMatch(note -> LEFT_OUT.contains(note.reason()));
        if (whole) cells.notes().addAll(totals.notes(entries));
        cells.cut().forEach(fault -> reading.fault(fault.line(), fault.at(), fault.reason()));
        if (days.doubtful() > 0) reading.fault(days.doubtful(), header.title(Role.DATE), Reason.DAYS);
    }

    private void read(TableRow row) {
        StatedCell dated = header.cell(row, Role.DATE);
        @Nullable StatedDay stated = dated.day();
        if (stated == null && header.has(Role.VALUE_DATE))
            stated = header.cell(row, Role.VALUE_DATE).day();
        boolean moves = moves(row);
        boolean referred = header.cell(row, Role.REFERENCE).line().chars().anyMatch(Character::isDigit);
        if (stated == null || !moves) {
            boolean told = !(moves && referred) && around.balance(row, header.cell(row, Role.BALANCE));
            if (told || (stated == null && !moves)) {
                if (told) totals.add(row);
                else continued(row);
                return;
            }
        }
        reading.another(row.number());
        days.add(row.number(), dated);
        if (stated == null) {
            // one day's cell may be merged over the rows of all its movements
            if (!dated.isEmpty() || day == null) {
                if (referred || !header.cells(row, Role.MEMO).isEmpty()) cells.fault(row, Role.DATE, Reason.DATE);
                return;
            }
            stated = new StatedDay(day.day(), null, "");
        }
        day = stated;
        @Nullable TableEntry entry = cells.read(row, stated);
        if (entry != null) entries.add(entry);
    }

    private boolean moves(TableRow row) {
        for (Role role : List.of(Role.IN, Role.OUT, Role.AMOUNT, Role.FEE, Role.TAX)) {
            StatedCell cell = header.cell(row, role);
            Long amount = cell.amount();
            if (amount == null || amount != 0) return true;
        }
        return false;
    }

    /** A memo that goes on in the next row. */
    private void continued(TableRow row) {
        if (entries.isEmpty() || row.cells().size() != 1) return;
        List<StatedCell> words = header.cells(row, Role.MEMO);
        if (words.size() != 1) return;
        TableEntry last = entries.getLast();
        var memo = new ArrayList<>(last.memo());
        memo.add(words.getFirst().line());
        entries.set(entries.size() - 1, last.with(List.of(String.join(" ", memo))));
    }
}
