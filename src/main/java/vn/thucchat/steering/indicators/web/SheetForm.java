package vn.thucchat.steering.indicators.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Column;

/** The columns of the sheet that units fill in, in their order, with their headings in either language. */
@Component
class SheetForm {

    /** A column and the key of its heading. */
    enum Field {
        UNIT(0, "unit", 12, false),
        UNIT_NAME(1, "unit-name", 28, false),
        PERIOD(2, "period", 10, false),
        INDICATOR(3, "indicator", 30, false),
        INDICATOR_NAME(4, "indicator-name", 44, false),
        MEASURE(5, "measure", 14, false),
        NUMERATOR(6, "numerator", 14, true),
        DENOMINATOR(7, "denominator", 14, true),
        VALUE(8, "value", 14, true),
        AS_OF(9, "as-of", 14, true),
        PROVENANCE(10, "provenance", 14, true),
        QUOTE(11, "quote", 44, true),
        HOLDS(12, "holds", 18, false);

        /** From 0: A is 0. */
        final int column;

        final String key;
        private final int width;
        private final boolean toFill;

        Field(int column, String key, int width, boolean toFill) {
            this.column = column;
            this.key = "sheet.column." + key;
            this.width = width;
            this.toFill = toFill;
        }
    }

    private final Texts vietnamese;
    private final Texts english;

    SheetForm(MessageSource messages) {
        vietnamese = new Texts(messages, Locale.of("vi"));
        english = new Texts(messages, Locale.ENGLISH);
    }

    List<Column> columns(Texts t) {
        var columns = new ArrayList<Column>();
        for (Field field : Field.values()) columns.add(column(t, field));
        return columns;
    }

    private static Column column(Texts t, Field field) {
        String title = t.of(field.key);
        Column column = switch (field) {
            case NUMERATOR, DENOMINATOR, VALUE -> Column.number(title, field.width, 6);
            case AS_OF -> Column.day(title, field.width);
            case PROVENANCE ->
                Column.text(title, field.width)
                        .oneOf(List.of(word(t, Provenance.REPORTED), word(t, Provenance.SURVEYED)));
            case UNIT, UNIT_NAME, PERIOD, INDICATOR, INDICATOR_NAME, MEASURE, QUOTE, HOLDS ->
                Column.text(title, field.width);
        };
        return field.toFill ? column.filledIn() : column;
    }

    /** Whether a heading is the one of the column, in either language. */
    boolean heads(Field field, String heading) {
        return heading.equals(vietnamese.of(field.key)) || heading.equals(english.of(field.key));
    }

    /** Whether a word means the provenance, in either language and any case. */
    boolean means(Provenance provenance, String word) {
        return word.equalsIgnoreCase(word(vietnamese, provenance)) || word.equalsIgnoreCase(word(english, provenance));
    }

    private static String word(Texts t, Provenance provenance) {
        return t.of(
                switch (provenance) {
                    case REPORTED -> "badge.reported";
                    case SURVEYED -> "badge.surveyed";
                    case MEASURED -> "badge.measured";
                });
    }
}
