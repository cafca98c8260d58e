package vn.thucchat.foundation.units;

import java.util.Locale;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of {@code successions.csv}, in their order; other programs write their names in small letters: {@code old_code}. */
enum SuccessionColumn implements SheetImport.Heading {
    EFFECTIVE,
    OLD_CODE,
    NEW_CODE,
    SHARE,
    SOURCE,
    CHECKED;

    @Override
    public String key() {
        return "units.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Column column(Texts t) {
        return this == EFFECTIVE ? Column.day(t.of(key()), 12) : Column.text(t.of(key()), 24);
    }

    @Override
    public boolean needed() {
        return true;
    }

    /** In a province that never changed. */
    @Override
    public boolean mayBeAlone() {
        return true;
    }
}
