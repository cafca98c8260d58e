package vn.thucchat.steering.indicators.reporting;

import java.util.List;
import java.util.Locale;
import vn.thucchat.foundation.facts.Provenance;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the sheet in which units state their figures, in their order. */
public enum StatedColumn implements SheetImport.Heading {
    UNIT(12),
    UNIT_NAME(28),
    PERIOD(10),
    INDICATOR(30),
    INDICATOR_NAME(44),
    MEASURE(14),
    NUMERATOR(14),
    DENOMINATOR(14),
    VALUE(14),
    AS_OF(14),
    PROVENANCE(14),
    QUOTE(44),
    HOLDS(18);

    /** What a sheet may say of where its numbers come from. */
    public static final List<Provenance> PROVENANCES = List.of(Provenance.REPORTED, Provenance.SURVEYED);

    /** In characters. */
    private final int width;

    StatedColumn(int width) {
        this.width = width;
    }

    @Override
    public String key() {
        return "sheet.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Column column(Texts t) {
        String title = t.of(key());
        return switch (this) {
            case NUMERATOR, DENOMINATOR, VALUE -> Column.number(title, width, 6).filledIn();
            case AS_OF -> Column.day(title, width).filledIn();
            case PROVENANCE ->
                Column.text(title, width)
                        .oneOf(PROVENANCES.stream().map(it -> t.of(word(it))).toList())
                        .filledIn();
            case QUOTE -> Column.text(title, width).filledIn();
            case UNIT, UNIT_NAME, PERIOD, INDICATOR, INDICATOR_NAME, MEASURE, HOLDS -> Column.text(title, width);
        };
    }

    /** The key of the word that a sheet says it by. */
    public static String word(Provenance provenance) {
        return "badge." + provenance.name().toLowerCase(Locale.ROOT);
    }

    /** What only explains, or says what holds already, may be left out. */
    @Override
    public boolean needed() {
        return switch (this) {
            case UNIT, PERIOD, INDICATOR, NUMERATOR, DENOMINATOR, VALUE -> true;
            case UNIT_NAME, INDICATOR_NAME, MEASURE, AS_OF, PROVENANCE, QUOTE, HOLDS -> false;
        };
    }
}
