package vn.thucchat.foundation.identity.leavers;

import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the spreadsheet that says who leaves, and when. */
public enum LeaverColumn implements SheetImport.Heading {
    USERNAME("leavers.username"),
    LAST_DAY("leavers.last-day");

    private final String key;

    LeaverColumn(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public Column column(Texts t) {
        return this == LAST_DAY ? Column.day(t.of(key), 14) : Column.text(t.of(key), 30);
    }

    @Override
    public boolean needed() {
        return true;
    }
}
