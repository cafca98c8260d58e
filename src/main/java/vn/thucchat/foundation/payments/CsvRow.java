package vn.thucchat.foundation.payments;

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
import vn.thucchat.foundation.payments.CsvMapping.Account;
import vn.thucchat.foundation.payments.CsvMapping.Amounts;
import vn.thucchat.foundation.payments.StatementFault.Reason;
import vn.thucchat.foundation.payments.StatementLine.Direction;

/** One row of a bank's CSV statement, read by the bank's layout. */
final class CsvRow {

    /** Where each column that the layout names stands. */
    record Header(Map<String, Integer> places) {}

    private record Moved(Direction direction, long amountVnd) {}

    private final Header header;
    private final List<String> fields;
    private final int line;
    private final CsvMapping mapping;
    private final StatementReading reading;

    CsvRow(Header header, List<String> fields, int line, CsvMapping mapping, StatementReading reading) {
        this.header = header;
        this.fields = fields;
        this.line = line;
        this.mapping = mapping;
        this.reading = reading;
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
        return new Header(places);
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
        columns.add(named.memo());
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

    /** @return null when it is at fault, which has then been told */
    @Nullable
    StatementLine read() {
        var columns = mapping.columns();
        String account = account();
        var when = when();
        var moved = moved();
        String memo = of(columns.memo());
        for (String column : header.places.keySet())
            if (of(column).length() > longest(column)) reading.fault(line, column, Reason.TEXT_TOO_LONG);
        if (account == null || when == null || moved == null) return null;
        boolean in = moved.direction == Direction.IN;
        return new StatementLine(
                account,
                when.day(),
                when.at(),
                moved.direction,
                moved.amountVnd,
                reading.reference(account, moved.direction, moved.amountVnd, optional(columns.reference())),
                Set.of(),
                memo,
                in ? optional(columns.payerName()) : null,
                in ? optional(columns.payerAccount()) : null,
                false);
    }

    private @Nullable String account() {
        return switch (mapping.account()) {
            case Account.Fixed(var number) -> number;
            case Account.Column(var name) -> {
                // banks group the digits, and spreadsheets keep them as text by an apostrophe
                String number = of(name).replaceAll("[\\s']", "");
                if (!number.isEmpty()) yield number;
                reading.fault(line, name, Reason.ACCOUNT);
                yield null;
            }
        };
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
        reading.fault(line, columns.date(), Reason.DATE);
        return null;
    }

    private @Nullable Moved moved() {
        return switch (mapping.columns().amounts()) {
            case Amounts.Signed(var column) -> {
                Long amount = amount(column);
                if (amount == null) yield null;
                if (amount == 0) yield fault(column, Reason.AMOUNT);
                yield new Moved(amount > 0 ? Direction.IN : Direction.OUT, Math.abs(amount));
            }
            case Amounts.Split(var inColumn, var outColumn) -> {
                Long in = amount(inColumn);
                Long out = amount(outColumn);
                if (in == null || out == null) yield null;
                if (in < 0) yield fault(inColumn, Reason.AMOUNT);
                if (out < 0) yield fault(outColumn, Reason.AMOUNT);
                if ((in == 0) == (out == 0)) yield fault(inColumn, Reason.DIRECTION);
                yield in > 0 ? new Moved(Direction.IN, in) : new Moved(Direction.OUT, out);
            }
        };
    }

    /** Zero for nothing and for a dash; null when it is at fault, which has then been told. */
    private @Nullable Long amount(String column) {
        String text = of(column);
        if (text.isEmpty() || text.equals("-")) return 0L;
        Long amount = mapping.decimals().read(text);
        if (amount != null && Math.abs(amount) <= StatementReading.MOST_VND) return amount;
        reading.fault(line, column, Reason.AMOUNT);
        return null;
    }

    private @Nullable Moved fault(String column, Reason reason) {
        reading.fault(line, column, reason);
        return null;
    }

    private String of(String column) {
        int place = header.places.getOrDefault(column, Integer.MAX_VALUE);
        return place < fields.size() ? fields.get(place) : "";
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
