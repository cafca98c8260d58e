package vn.thucchat.foundation.money.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.ColumnTitles.Role;
import vn.thucchat.foundation.money.formats.CsvMapping.Account;
import vn.thucchat.foundation.money.formats.CsvMapping.Amounts;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.money.formats.StatementLine.Direction;

/** One row of a bank's CSV statement, read by the bank's layout. */
final class CsvRow {

    /**
     * Where each column that the layout names stands.
     *
     * @param currency of a column that says in which currency, or -1; {@code balance} of one of running balances
     */
    record Header(Map<String, Integer> places, int currency, int balance) {}

    private record Moved(Direction direction, long amountVnd) {}

    private final Header header;
    private final List<String> fields;
    private final int line;
    private final CsvMapping mapping;
    private final StatementReading reading;
    private final List<StatementFault> notes = new ArrayList<>(0);
    private final List<StatementFault> faults = new ArrayList<>(0);

    CsvRow(Header header, List<String> fields, int line, CsvMapping mapping, StatementReading reading) {
        this.header = header;
        this.fields = fields;
        this.line = line;
        this.mapping = mapping;
        this.reading = reading;
    }

    /** That it states nothing, when it was read so. */
    List<StatementFault> notes() {
        return notes;
    }

    /** What of it was not understood, so that it is left out. */
    List<StatementFault> faults() {
        return faults;
    }

    /** Tells every column that is missing or there twice, and then ends the reading. */
    static Header header(List<String> fields, int line, CsvMapping mapping, StatementReading reading) {
        var places = new LinkedHashMap<String, Integer>();
        var names = fields.stream().map(CsvRow::name).toList();
        boolean whole = true;
        for (String column : columns(mapping)) {
            String name = name(column);
            int place = names.indexOf(name);
            if (place >= 0 && names.lastIndexOf(name) == place) {
                places.put(column, place);
            } else {
                reading.fault(line, column, Reason.COLUMN);
                whole = false;
            }
        }
        if (!whole) throw new StatementReading.Stopped(Reason.COLUMN);
        return new Header(places, beside(fields, places, Role.CURRENCY), beside(fields, places, Role.BALANCE));
    }

    /** A column that the layout does not name, known by its title. */
    private static int beside(List<String> fields, Map<String, Integer> places, Role role) {
        for (int place = 0; place < fields.size(); place++)
            if (!places.containsValue(place)
                    && ColumnTitles.known().roles(fields.get(place)).contains(role)) return place;
        return -1;
    }

    private static List<String> columns(CsvMapping mapping) {
        var columns = new ArrayList<@Nullable String>();
        var named = mapping.columns();
        columns.add(named.date());
        columns.add(named.time());
        switch (named.amounts()) {
            case Amounts.Split split -> columns.addAll(List.of(split.in(), split.out()));
            case Amounts.Signed signed -> columns.add(signed.column());
        }
        columns.add(named.reference());
        columns.addAll(mapping.memoColumns());
        columns.add(named.payerName());
        columns.add(named.payerAccount());
        if (mapping.account() instanceof Account.Column(var name)) columns.add(name);
        var present = new ArrayList<String>();
        for (String column : columns) if (column != null && !present.contains(column)) present.add(column);
        return present;
    }

    private int longest(String column) {
        return column.equals(mapping.columns().reference())
                ? StatementReading.LONGEST_REFERENCE
                : StatementReading.LONGEST_TEXT;
    }

    /** @return null when it is at fault or states nothing, as {@link #faults} and {@link #notes} then say */
    @Nullable
    StatementLine read() {
        var columns = mapping.columns();
        if (!StatedAmount.isVnd(at(header.currency))) {
            notes.add(new StatementFault(line, at(header.currency), Reason.CURRENCY));
            return null;
        }
        String account = account();
        if (account == null) fault(accountColumn(), Reason.ACCOUNT);
        var when = when();
        var moved = moved();
        String memo = memo();
        for (String column : header.places.keySet())
            if (of(column).length() > longest(column)) fault(column, Reason.TEXT_TOO_LONG);
        if (account == null || when == null || moved == null || !faults.isEmpty()) return null;
        boolean in = moved.direction == Direction.IN;
        return new StatementLine(
                account,
                when.day(),
                when.at(),
                moved.direction,
                moved.amountVnd,
                reading.reference(account, moved.direction, moved.amountVnd, reference()),
                Set.of(),
                memo,
                in ? optional(columns.payerName()) : null,
                in ? optional(columns.payerAccount()) : null,
                false);
    }

    /** The account's balance after it; null when it is not stated, or not understood. */
    @Nullable
    Long balanceVnd() {
        String text = at(header.balance);
        return text.isEmpty() ? null : StatedAmount.read(text, mapping.decimals());
    }

    private @Nullable String reference() {
        String column = mapping.columns().reference();
        String stated = optional(column);
        if (stated != null && BankReference.cut(stated)) reading.fault(line, column, Reason.REFERENCE);
        return stated == null || StatementMemo.placeholder(stated) ? null : stated;
    }

    /** A payment code may stand in a column that the layout does not name. */
    private String memo() {
        var beside = new ArrayList<String>();
        for (int place = 0; place < fields.size(); place++)
            if (!header.places.containsValue(place) && place != header.balance) beside.add(fields.get(place));
        List<String> memo = mapping.memoColumns().stream().map(this::of).toList();
        return StatementMemo.memo(memo.subList(0, 1), memo.subList(1, memo.size()), beside);
    }

    /** Whose it is; null when it does not say. */
    @Nullable
    String account() {
        return switch (mapping.account()) {
            case Account.Fixed(var number) -> number;
            case Account.Column(var name) -> {
                // banks group the digits, and spreadsheets keep them as text by an apostrophe
                String number = of(name).replaceAll("[\\s']", "");
                yield number.isEmpty() ? null : number;
            }
        };
    }

    private String accountColumn() {
        return mapping.account() instanceof Account.Column(var name) ? name : "";
    }

    private @Nullable BookingTime when() {
        var columns = mapping.columns();
        try {
            var stated = mapping.dates().parse(of(columns.date()));
            LocalDate day = LocalDate.from(stated);
            @Nullable LocalTime time = stated.query(TemporalQueries.localTime());
            var times = mapping.times();
            if (times != null && columns.time() != null) time = LocalTime.parse(of(columns.time()), times);
            Optional<BookingTime> when = time == null ? BookingTime.of(day) : BookingTime.of(day.atTime(time));
            if (when.isPresent()) return when.get();
        } catch (DateTimeException e) {
            // told below
        }
        fault(columns.date(), Reason.DATE);
        return null;
    }

    private @Nullable Moved moved() {
        return switch (mapping.columns().amounts()) {
            case Amounts.Signed(var column) -> {
                Long amount = amount(column);
                if (amount == null) yield null;
                if (amount == 0) yield nothing(column);
                yield new Moved(amount > 0 ? Direction.IN : Direction.OUT, Math.abs(amount));
            }
            case Amounts.Split(var inColumn, var outColumn) -> {
                Long in = amount(inColumn);
                Long out = amount(outColumn);
                if (in == null || out == null) yield null;
                if (in < 0) yield fault(inColumn, Reason.AMOUNT);
                if (in == 0 && out == 0) yield nothing(inColumn);
                if (in != 0 && out != 0) yield fault(inColumn, Reason.DIRECTION);
                yield in > 0 ? new Moved(Direction.IN, in) : new Moved(Direction.OUT, Math.abs(out));
            }
        };
    }

    private @Nullable Moved nothing(String column) {
        notes.add(new StatementFault(line, column, Reason.ZERO));
        return null;
    }

    /** Zero for nothing and for a dash; null when it is at fault. */
    private @Nullable Long amount(String column) {
        String text = of(column);
        if (text.isEmpty() || text.equals("-")) return 0L;
        Long amount = StatedAmount.read(text, mapping.decimals());
        if (amount != null && Math.abs(amount) <= StatementReading.MOST_VND) return amount;
        fault(column, Reason.AMOUNT);
        return null;
    }

    private @Nullable Moved fault(String column, Reason reason) {
        faults.add(new StatementFault(line, column, reason));
        return null;
    }

    private String of(String column) {
        return at(header.places.getOrDefault(column, -1));
    }

    private String at(int place) {
        return place >= 0 && place < fields.size() ? fields.get(place) : "";
    }

    private @Nullable String optional(@Nullable String column) {
        if (column == null) return null;
        String text = of(column);
        return text.isEmpty() ? null : text;
    }

    private static String name(String column) {
        return StatementReading.clean(column).toLowerCase(Locale.ROOT);
    }
}
