package vn.thucchat.steering.indicators.definitions;

import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of a sheet of targets, in their order. */
enum TargetColumn implements SheetImport.Heading {
    UNIT("targets.sheet.unit", 12),
    NAME("targets.sheet.unit-name", 34),
    INDICATOR("targets.sheet.indicator", 34),
    PERIOD("targets.sheet.period", 10),
    VALUE("targets.sheet.value", 16),
    Q1("targets.q1", 16),
    Q2("targets.q2", 16),
    Q3("targets.q3", 16),
    SET_BEFORE("targets.sheet.set-before", 18),
    REACHED_BEFORE("targets.sheet.reached-before", 18);

    private final String key;

    /** In characters. */
    private final int width;

    TargetColumn(String key, int width) {
        this.key = key;
        this.width = width;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Column column(Texts t) {
        return switch (this) {
            case UNIT, NAME, INDICATOR, PERIOD -> Column.text(t.of(key), width);
            case VALUE, Q1, Q2, Q3 -> Column.number(t.of(key), width, 6).filledIn();
            case SET_BEFORE, REACHED_BEFORE -> Column.number(t.of(key), width, 6);
        };
    }

    @Override
    public boolean needed() {
        return compareTo(VALUE) <= 0;
    }
}
