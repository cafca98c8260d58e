package vn.thucchat.economy.market.traders;

import java.util.Locale;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.SheetImport;

/** The columns of the spreadsheet by which a whole market is imported, in their order. */
public enum SheetColumn implements SheetImport.Heading {
    ZONE(16),
    NUMBER(12),
    AREA(10),
    GOODS(22),
    KIND(18),
    NAME(28),
    TAX(16),
    PERSONAL(16),
    PHONE(14),
    JOINED(12),
    RENT(14),
    BANK(16),
    ACCOUNT(20),
    HOLDER(28);

    /** In characters. */
    private final int width;

    SheetColumn(int width) {
        this.width = width;
    }

    @Override
    public String key() {
        return this == NAME ? "market.trader.name" : "market.sheet." + name().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean needed() {
        return this == ZONE || this == NUMBER;
    }

    @Override
    public Column column(Texts t) {
        String title = t.of(key());
        return switch (this) {
            case AREA -> Column.number(title, width, 2);
            case RENT -> Column.number(title, width, 0);
            case JOINED -> Column.day(title, width);
            case KIND ->
                Column.text(title, width)
                        .oneOf(Stream.of(Trader.Kind.values())
                                .map(kind -> t.of("market.trader.kind." + kind))
                                .toList());
            case ZONE, NUMBER, GOODS, NAME, TAX, PERSONAL, PHONE, BANK, ACCOUNT, HOLDER -> Column.text(title, width);
        };
    }
}
