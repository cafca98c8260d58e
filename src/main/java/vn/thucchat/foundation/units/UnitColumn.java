package vn.thucchat.foundation.units;

import java.util.Locale;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of {@code units.csv}, in their order; other programs write their names in small letters: {@code valid_from}. */
enum UnitColumn implements SheetImport.Heading {
    CODE,
    NAME,
    NAME_EN,
    KIND,
    PARENT,
    VALID_FROM,
    VALID_TO,
    SOURCE,
    CHECKED;

    @Override
    public String key() {
        return "units.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public Column column(Texts t) {
        return this == VALID_FROM || this == VALID_TO ? Column.day(t.of(key()), 12) : Column.text(t.of(key()), 24);
    }

    @Override
    public boolean needed() {
        return true;
    }

    /** To say that a unit is gone is an error of its own. */
    @Override
    public boolean mayBeAlone() {
        return true;
    }
}
