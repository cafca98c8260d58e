package vn.thucchat.economy.market.charges.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import vn.thucchat.economy.market.charges.MarketBooks;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.money.payments.Payments;
import vn.thucchat.foundation.money.statements.Reconciliation;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.Column;
import vn.thucchat.foundation.sheets.CsvText;
import vn.thucchat.foundation.sheets.Entry;
import vn.thucchat.foundation.sheets.SheetWriter;

/** A month's reconciliation to take away: the days as CSV, the days and the charges as XLSX. */
final class BooksSheet {

    private BooksSheet() {}

    static byte[] csv(Texts t, Market market, MarketBooks.Month books) {
        var bytes = new ByteArrayOutputStream();
        try (var csv = new CsvText(bytes)) {
            csv.row(days(t).stream().map(Column::title).toList());
            rows(t, market, books).forEach(csv::entries);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx(Texts t, Market market, MarketBooks.Month books) {
        var bytes = new ByteArrayOutputStream();
        try (var book = new SheetWriter(t.of("papers.choices"))) {
            var days = book.sheet(t.of("market.books.days"), days(t));
            rows(t, market, books).forEach(days::row);
            var kinds = book.sheet(t.of("market.books.kinds"), kinds(t));
            for (MarketBooks.OfKind it : books.kinds())
                kinds.row(Stream.concat(
                                Stream.of(Entry.of(t.of("market.charge." + it.kind()))),
                                Stream.of(it.asked(), it.cashless(), it.cash(), it.owed())
                                        .flatMap(total ->
                                                Stream.of(Entry.of(total.count()), Entry.of(total.amountVnd()))))
                        .toList());
            if (market.synthetic()) {
                var note = book.sheet(t.of("market.books.note"), List.of(Column.text(t.of("market.books.note"), 60)));
                note.row(Entry.of(t.of("market.books.synthetic")));
            }
            book.writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<Column> days(Texts t) {
        return List.of(
                Column.text(t.of("market.books.account"), 22),
                Column.day(t.of("market.day"), 12),
                Column.text(t.of("market.books.state"), 22),
                Column.number(t.of("market.books.stated"), 16, 0),
                Column.number(t.of("market.books.recorded"), 16, 0),
                Column.number(t.of("market.books.settled"), 16, 0),
                Column.number(t.of("market.books.waiting"), 16, 0),
                Column.number(t.of("market.books.charges"), 16, 0),
                Column.text(t.of("market.books.note"), 30));
    }

    private static List<List<Entry>> rows(Texts t, Market market, MarketBooks.Month books) {
        var rows = new ArrayList<List<Entry>>();
        for (MarketBooks.OfAccount of : books.accounts())
            for (MarketBooks.Day day : of.days()) {
                Payments.Total stated = day.books().stated().in();
                rows.add(List.of(
                        Entry.of(of.account().bin() + " " + of.account().account()),
                        Entry.of(day.books().day()),
                        Entry.of(t.of("market.books.state." + day.books().state())),
                        day.books().state() == Reconciliation.State.NO_STATEMENT
                                ? Entry.blank()
                                : Entry.of(stated.amountVnd()),
                        Entry.of(day.books().recorded().in().amountVnd()),
                        Entry.of(day.settledVnd()),
                        Entry.of(day.waiting().amountVnd()),
                        Entry.of(day.charges().amountVnd()),
                        Entry.of(market.synthetic() ? t.of("market.books.synthetic.row") : "")));
            }
        return rows;
    }

    private static List<Column> kinds(Texts t) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text(t.of("market.charge.kind"), 22));
        for (String what : List.of("asked", "cashless", "cash", "owed")) {
            String title = t.of("market.books." + what);
            columns.add(Column.number(title + " (" + t.of("market.books.count") + ")", 14, 0));
            columns.add(Column.number(title + " (" + t.of("market.vnd.unit") + ")", 18, 0));
        }
        return columns;
    }
}
