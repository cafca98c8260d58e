package vn.thucchat.economy.market;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Column;
import vn.thucchat.foundation.papers.SheetWriter;

/** The empty spreadsheet that a whole market is imported by. */
public final class ImportTemplate {

    private ImportTemplate() {}

    public static void write(Texts t, OutputStream out) throws IOException {
        List<String> kinds = Stream.of(Trader.Kind.values())
                .map(kind -> t.of("market.trader.kind." + kind))
                .toList();
        List<Column> columns = Arrays.stream(SheetColumn.values())
                .map(it -> column(t, it, kinds))
                .toList();
        try (var book = new SheetWriter(t.of("papers.choices"))) {
            book.sheet(t.of("market.sheet.name"), columns);
            book.writeTo(out);
        }
    }

    private static Column column(Texts t, SheetColumn column, List<String> kinds) {
        String title = t.of(column.key());
        return switch (column) {
            case AREA -> Column.number(title, column.width, 2).filledIn();
            case RENT -> Column.number(title, column.width, 0).filledIn();
            case JOINED -> Column.day(title, column.width).filledIn();
            case KIND -> Column.text(title, column.width).oneOf(kinds).filledIn();
            case ZONE, NUMBER, GOODS, NAME, TAX, PERSONAL, PHONE, BANK, ACCOUNT, HOLDER ->
                Column.text(title, column.width).filledIn();
        };
    }
}
