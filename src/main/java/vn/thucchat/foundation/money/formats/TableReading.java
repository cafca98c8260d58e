package vn.thucchat.foundation.money.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;

/** Reads the rows below the header of one bank's table, and what the bank writes around them. */
final class TableReading {

    private static final Set<Role> NO_WORDS = Set.of(
            Role.DATE,
            Role.VALUE_DATE,
            Role.TIME,
            Role.IN,
            Role.OUT,
            Role.AMOUNT,
            Role.DIRECTION,
            Role.BALANCE,
            Role.MEMO,
            Role.CURRENCY,
            Role.FEE,
            Role.TAX,
            Role.ACCOUNT);

    private final TableHeader header;
    private final StatementReading reading;
    private final TablePreamble around = new TablePreamble();
    private final List<TableEntry> entries = new ArrayList<>();
    private final List<StatementFault> notes = new ArrayList<>();
    private final List<StatementFault> faults = new ArrayList<>();
    private @Nullable StatedDay day;

    TableReading(TableHeader header, StatementReading reading) {
        this.header = header;
        this.reading = reading;
    }

    List<TableEntry> entries() {
        return entries;
    }

    /** What was left out, and what could not be read. */
    List<StatementFault> notes() {
        return notes;
    }

    /** Rows that could not be read: where there are many, the table is another than it seems. */
    List<StatementFault> faults() {
        return faults;
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
                if (!told) continued(row);
                return;
            }
        }
        reading.another(row.number());
        if (stated == null) {
            // one day's cell may be merged over the rows of all its movements
            if (!dated.isEmpty() || day == null) {
                if (referred || !header.cells(row, Role.MEMO).isEmpty()) fault(row, Role.DATE, Reason.DATE);
                return;
            }
            stated = new StatedDay(day.day(), null, "");
        }
        day = stated;
        entry(row, stated);
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

    private void entry(TableRow row, StatedDay stated) {
        if (foreign(row)) return;
        Long in = amount(row, Role.IN);
        Long out = amount(row, Role.OUT);
        Long amount = amount(row, Role.AMOUNT);
        Long fee = amount(row, Role.FEE);
        Long tax = amount(row, Role.TAX);
        if (in == null || out == null || amount == null || fee == null || tax == null) return;
        var when = when(row, stated);
        if (when == null) return;
        var entry = new TableEntry(
                row.number(),
                when,
                in,
                out,
                amount,
                direction(header.cell(row, Role.DIRECTION).line()),
                fee,
                tax,
                header.cell(row, Role.BALANCE).isEmpty()
                        ? null
                        : header.cell(row, Role.BALANCE).amount(),
                header.cell(row, Role.ACCOUNT).line().replaceAll("[\\s.'\\-]", ""),
                reference(row, stated),
                header.cells(row, Role.MEMO).stream().map(StatedCell::line).toList(),
                beside(row),
                optional(header.cell(row, Role.PAYER_NAME)),
                optional(header.cell(row, Role.PAYER_ACCOUNT)));
        if (entry.nothing()) notes.add(new StatementFault(row.number(), entry.reference(), Reason.ZERO));
        entries.add(entry);
    }

    private boolean foreign(TableRow row) {
        String own = header.cell(row, Role.CURRENCY).line();
        String currency = own.isEmpty() ? Objects.requireNonNullElse(around.currency(), "") : own;
        if (StatedAmount.isVnd(currency)) return false;
        String amounts = Stream.of(Role.IN, Role.OUT, Role.AMOUNT)
                .map(role -> header.cell(row, role).line())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        notes.add(new StatementFault(row.number(), amounts + " " + currency, Reason.CURRENCY));
        return true;
    }

    private @Nullable Long amount(TableRow row, Role role) {
        if (!header.has(role)) return 0L;
        Long amount = header.cell(row, role).amount();
        if (amount == null) fault(row, role, Reason.AMOUNT);
        return amount;
    }

    private @Nullable BookingTime when(TableRow row, StatedDay stated) {
        var time = stated.time();
        if (time == null && header.has(Role.TIME)) {
            // a time alone is read as that of the day before it
            @Nullable StatedDay at = StatedDay.read(header.cell(row, Role.TIME).line() + " " + stated.day());
            if (at != null) time = at.time();
        }
        var when = time == null
                ? BookingTime.of(stated.day())
                : BookingTime.of(stated.day().atTime(time));
        if (when.isEmpty()) fault(row, Role.DATE, Reason.DATE);
        return when.orElse(null);
    }

    /** The bank's number of a movement has digits; a word ({@code IBPS}, {@code ATM}) is a kind of movements. */
    private @Nullable String reference(TableRow row, StatedDay stated) {
        StatedCell dated = header.cell(row, Role.DATE);
        var told = new ArrayList<>(header.cells(row, Role.REFERENCE).stream()
                .filter(cell -> !cell.equals(dated))
                .map(StatedCell::line)
                .toList());
        if (!stated.rest().isEmpty()) told.add(StatementReading.clean(stated.rest()));
        return told.stream()
                .filter(text -> text.length() <= StatementReading.LONGEST_REFERENCE)
                .filter(text -> text.chars().anyMatch(Character::isDigit) && !StatementMemo.placeholder(text))
                .findFirst()
                .orElse(null);
    }

    private List<String> beside(TableRow row) {
        var beside = new ArrayList<String>();
        row.cells().forEach((column, cell) -> {
            boolean words = NO_WORDS.stream()
                    .noneMatch(role ->
                            header.columns().getOrDefault(role, List.of()).contains(column));
            if (words && cell.number() == null && cell.moment() == null) beside.add(cell.line());
        });
        return beside;
    }

    private void fault(TableRow row, Role role, Reason reason) {
        var fault = new StatementFault(row.number(), header.title(role), reason);
        faults.add(fault);
        notes.add(fault);
    }

    private static @Nullable Direction direction(String text) {
        return switch (ColumnTitles.plain(text.equals("+") ? "in" : text.equals("-") ? "out" : text)) {
            case "c", "cr", "co", "ghi co", "credit", "in", "thu", "tien vao", "crdt", "nhan tien", "gui" ->
                Direction.IN;
            case "d", "dr", "no", "ghi no", "debit", "out", "chi", "tien ra", "dbit", "chuyen tien", "rut" ->
                Direction.OUT;
            default -> null;
        };
    }

    private static @Nullable String optional(StatedCell cell) {
        return cell.isEmpty() || StatementMemo.placeholder(cell.line()) ? null : cell.line();
    }
}
