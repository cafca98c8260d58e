package vn.thucchat.economy.market.charges;

import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the spreadsheet that says what each stall owes. */
public enum AmountColumn implements SheetImport.Heading {
    STALL("market.sheet.number"),
    AMOUNT("market.charges.amount");

    private final String key;

    AmountColumn(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Column column(Texts t) {
        return this == AMOUNT ? Column.number(t.of(key), 16, 0) : Column.text(t.of(key), 12);
    }

    @Override
    public boolean needed() {
        return true;
    }
}
