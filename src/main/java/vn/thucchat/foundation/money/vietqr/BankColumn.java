package vn.thucchat.foundation.money.vietqr;

import java.util.Locale;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the spreadsheet that brings lines of the bank list. */
public enum BankColumn implements SheetImport.Heading {
    BIN,
    NAME,
    FROM,
    SOURCE;

    @Override
    public String key() {
        return "payments.banks." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Column column(Texts t) {
        String title = t.of(key());
        return switch (this) {
            case BIN -> Column.text(title, 10);
            case NAME -> Column.text(title, 30);
            case FROM -> Column.day(title, 14);
            case SOURCE -> Column.text(title, 60);
        };
    }

    @Override
    public boolean needed() {
        return true;
    }
}
