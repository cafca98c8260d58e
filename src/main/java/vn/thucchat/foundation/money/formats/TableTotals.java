package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/** Compares the sums that a bank writes below its table with the rows; nothing is counted from them. */
final class TableTotals {

    private static final Pattern WHOLE = Pattern.compile("^(?:tong|cong|totals?|(?:so )?phat sinh trong ky)\\b");
    /** Of a page, a day or the year, or how many there are. */
    private static final Pattern OTHERS = Pattern.compile(
            "\\b(?:trang|page|sub|ngay|day|luy ke|nam|year|so du|balance|cong ty|so (?:giao dich|gd|mon|luong|but toan|lenh)|number|count)\\b");

    private record Total(int row, long vnd) {}

    private final TableHeader header;
    private final Map<Role, List<Total>> totals = new EnumMap<>(Role.class);

    TableTotals(TableHeader header) {
        this.header = header;
    }

    /** Reads a row of no movement. */
    void add(TableRow row) {
        boolean whole = row.cells().values().stream()
                .map(cell -> ColumnTitles.plain(cell.line()))
                .anyMatch(text ->
                        WHOLE.matcher(text).find() && !OTHERS.matcher(text).find());
        if (!whole) return;
        for (Role role : List.of(Role.OUT, Role.IN)) {
            Long vnd = header.cell(row, role).amount();
            if (vnd != null && vnd != 0)
                totals.computeIfAbsent(role, _ -> new ArrayList<>()).add(new Total(row.number(), Math.abs(vnd)));
        }
    }

    /** A note for each column none of whose sums is that of the rows. */
    List<StatementFault> notes(List<TableEntry> entries) {
        var notes = new ArrayList<StatementFault>();
        totals.forEach((role, stated) -> {
            ToLongFunction<TableEntry> amount = role == Role.IN ? TableEntry::in : TableEntry::out;
            long rows = Math.abs(entries.stream().mapToLong(amount).sum());
            if (stated.stream().anyMatch(total -> total.vnd == rows)) return;
            Total last = stated.getLast();
            long off = last.vnd - rows;
            notes.add(new StatementFault(
                    last.row, header.title(role) + (off > 0 ? " +" : " ") + off + " VND", Reason.TOTAL));
        });
        return notes;
    }
}
