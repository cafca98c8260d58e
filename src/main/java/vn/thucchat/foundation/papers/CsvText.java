package vn.thucchat.foundation.papers;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/**
 * Writes CSV (RFC 4180) that spreadsheet programs open with its diacritics, by the UTF-8 mark at its start, and
 * without running anything: a text that such a program would take for a formula gets an apostrophe before it, which
 * spreadsheet programs take for "this is text". Numbers are left alone.
 */
public final class CsvText implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    private final Writer out;
    private final CsvWriter rows;

    /** Closing it closes the stream. */
    public CsvText(OutputStream stream) throws IOException {
        out = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
        out.write('\uFEFF');
        rows = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
    }

    public void row(List<String> cells) {
        rows.writeRecord(cells.stream().map(CsvText::defused).toList());
    }

    public void row(String... cells) {
        row(List.of(cells));
    }

    /** What a spreadsheet shows in a row, as programs read it: 5000.5, 2022-06-30, the address of a link. */
    public void entries(List<Entry> cells) {
        row(cells.stream().map(CsvText::text).toList());
    }

    private static String text(Entry entry) {
        return switch (entry) {
            case Entry.Text(String text) -> text;
            case Entry.Numeral(BigDecimal value) -> value.toPlainString();
            case Entry.Day(LocalDate day) -> day.toString();
            case Entry.Link(String text, URI address) -> address.toString();
            case Entry.Blank() -> "";
        };
    }

    @Override
    public void close() throws IOException {
        rows.close();
        out.close();
    }

    static String defused(String text) {
        return startsFormula(text) && VietnameseNumbers.parse(text).isEmpty() ? "'" + text : text;
    }

    /** Also behind spaces, which some programs drop. */
    static boolean startsFormula(String text) {
        if (text.isEmpty()) return false;
        String seen = text.stripLeading();
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || (!seen.isEmpty() && FORMULA_STARTS.indexOf(seen.charAt(0)) >= 0);
    }
}
