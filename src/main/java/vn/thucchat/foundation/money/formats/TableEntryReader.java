package vn.thucchat.foundation.money.formats;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;

/** Reads the cells of one row of a bank's table, and names what it leaves out. */
final class TableEntryReader {

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

    /** Digits that a spreadsheet program keeps of what is typed or converted. */
    private static final int KEPT_DIGITS = 15;

    private static final BigDecimal LONGEST_KEPT = BigDecimal.TEN.pow(KEPT_DIGITS);

    /** Up to here a cell's number is exact, if its writer had all of its digits. */
    private static final BigDecimal LONGEST_EXACT = BigDecimal.TWO.pow(53);

    private final TableHeader header;
    private final TablePreamble around;
    private final List<StatementFault> notes = new ArrayList<>();
    private final List<StatementFault> faults = new ArrayList<>();
    private final List<StatementFault> cut = new ArrayList<>();
    private final List<StatementFault> zeros = new ArrayList<>();
    private boolean longNumbersWhole;

    TableEntryReader(TableHeader header, TablePreamble around) {
        this.header = header;
        this.around = around;
    }

    /** What was left out, and what could not be read. */
    List<StatementFault> notes() {
        return notes;
    }

    /** Rows that could not be read. */
    List<StatementFault> faults() {
        return faults;
    }

    /**
     * Rows whose only reference lost digits: the same movement from the bank's own file would be another one. A number
     * that ends in zeros behind its fifteenth digit may have lost them, unless another number of the table has kept its.
     */
    List<StatementFault> cut() {
        return longNumbersWhole
                ? cut
                : Stream.concat(cut.stream(), zeros.stream()).toList();
    }

    /** Null where it is left out. */
    @Nullable
    TableEntry read(TableRow row, StatedDay stated) {
        if (foreign(row)) return null;
        Long in = amount(row, Role.IN);
        Long out = amount(row, Role.OUT);
        Long amount = amount(row, Role.AMOUNT);
        Long fee = amount(row, Role.FEE);
        Long tax = amount(row, Role.TAX);
        if (in == null || out == null || amount == null || fee == null || tax == null) return null;
        var when = when(row, stated);
        if (when == null) return null;
        Optional<StatedCell> reference = reference(row, stated);
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
                reference.map(StatedCell::line).orElse(null),
                header.cells(row, Role.MEMO).stream().map(StatedCell::line).toList(),
                beside(row),
                optional(header.cell(row, Role.PAYER_NAME)),
                optional(header.cell(row, Role.PAYER_ACCOUNT)));
        if (entry.nothing()) notes.add(new StatementFault(row.number(), entry.reference(), Reason.ZERO));
        else lost(row, reference);
        return entry;
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
    private Optional<StatedCell> reference(TableRow row, StatedDay stated) {
        StatedCell dated = header.cell(row, Role.DATE);
        var told = new ArrayList<>(header.cells(row, Role.REFERENCE).stream()
                .filter(cell -> !cell.equals(dated) && !cut(cell))
                .toList());
        if (!stated.rest().isEmpty()) told.add(StatedCell.of(stated.rest()));
        longNumbersWhole |= told.stream().anyMatch(cell -> isLong(cell) && !endsInZeros(cell));
        return told.stream()
                .filter(cell -> cell.line().length() <= StatementReading.LONGEST_REFERENCE)
                .filter(cell ->
                        cell.line().chars().anyMatch(Character::isDigit) && !StatementMemo.placeholder(cell.line()))
                // one that may have lost digits only where there is no other
                .min(Comparator.comparing(TableEntryReader::endsInZeros));
    }

    private void lost(TableRow row, Optional<StatedCell> reference) {
        var fault = new StatementFault(row.number(), header.title(Role.REFERENCE), Reason.REFERENCE);
        if (reference.isPresent()) {
            if (endsInZeros(reference.get())) zeros.add(fault);
        } else if (header.cells(row, Role.REFERENCE).stream().anyMatch(TableEntryReader::cut)) {
            cut.add(fault);
        }
    }

    private static boolean cut(StatedCell cell) {
        return cell.number() == null
                ? BankReference.cut(cell.line())
                : cell.number().abs().compareTo(LONGEST_EXACT) > 0;
    }

    private static boolean isLong(StatedCell cell) {
        return cell.number() != null && cell.number().abs().compareTo(LONGEST_KEPT) >= 0;
    }

    private static boolean endsInZeros(StatedCell cell) {
        return isLong(cell)
                && Objects.requireNonNull(cell.number()).stripTrailingZeros().precision() <= KEPT_DIGITS;
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

    void fault(TableRow row, Role role, Reason reason) {
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
