package vn.thucchat.foundation.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the spreadsheet that brings a notice: a line for each day. */
public enum DayColumn implements SheetImport.Heading {
    DAY,
    KIND,
    HOLIDAY,
    NAME,
    DOCUMENT,
    ISSUED,
    ISSUER,
    SOURCE,
    CHECKED;

    @Override
    public String key() {
        return "calendar.column." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column(Texts t) {
        String title = t.of(key());
        return switch (this) {
            case DAY, ISSUED -> Column.day(title, 14);
            case KIND -> Column.text(title, 20).oneOf(words(t, "calendar.stated.", StatedDay.Kind.values()));
            case HOLIDAY ->
                Column.text(title, 22)
                        .oneOf(CalendarEdits.HOLIDAYS.stream()
                                .map(code -> t.of("calendar.holiday." + code))
                                .toList());
            case CHECKED ->
                Column.text(title, 24).oneOf(words(t, "calendar.checked.", SourceDocument.Checked.values()));
            case NAME, DOCUMENT, ISSUER -> Column.text(title, 28);
            case SOURCE -> Column.text(title, 50);
        };
    }

    @Override
    public boolean needed() {
        return this != HOLIDAY;
    }

    private static List<String> words(Texts t, String keys, Enum<?>[] values) {
        return Stream.of(values).map(value -> t.of(keys + value.name())).toList();
    }

    /** The value that a cell names, in words or by its own name. */
    static <E extends Enum<E>> Optional<E> named(Texts t, String keys, E[] values, String text) {
        return Arrays.stream(values)
                .filter(value ->
                        text.equalsIgnoreCase(value.name()) || text.equalsIgnoreCase(t.of(keys + value.name())))
                .findFirst();
    }
}
