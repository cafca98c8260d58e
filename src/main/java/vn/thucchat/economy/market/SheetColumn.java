package vn.thucchat.economy.market;

import java.util.List;
import java.util.Locale;

/** The columns of the spreadsheet by which a whole market is imported, in their order. */
enum SheetColumn {
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
    final int width;

    SheetColumn(int width) {
        this.width = width;
    }

    /** From 0. */
    int place() {
        return List.of(values()).indexOf(this);
    }

    /** Of its title. */
    String key() {
        return this == NAME ? "market.trader.name" : "market.sheet." + name().toLowerCase(Locale.ROOT);
    }
}
