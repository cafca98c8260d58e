package vn.thucchat.foundation.sheets;

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
import vn.thucchat.foundation.vietnamese.VietnameseNumbers;

/**
 * Writes CSV (RFC 4180) that spreadsheet programs open with its diacritics, by the UTF-8 mark at its start, and
 * without running anything: a text that such a program would take for a formula gets an apostrophe before it, which
 * spreadsheet programs take for "this is text". Numbers are left alone.
 *
 * <p>Where the comma is the decimal mark, as in Viet Nam, Excel parts fields at semicolons and heeds no quotation marks
 * but at the start of a line: what stands behind a semicolon, tab or line break inside of a text is there a cell of its
 * own, and is looked at like one. (A line {@code sep=,} would help Excel alone, and make it forget the UTF-8 mark.)
 */
public final class CsvText implements AutoCloseable {

    private static final String FORMULA_STARTS = "=+-@\t\r＝＋－＠";

    /** Where another cell begins for programs that part fields at something else than the comma. */
    private static final String OTHER_SEPARATORS = ";\t\r\n|";

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

    /** {@code =1+1} becomes {@code '=1+1}, and {@code x;=1+1} becomes {@code x;'=1+1}. */
    static String defused(String text) {
        var safe = new StringBuilder(text.length() + 2);
        if (runs(text)) safe.append('\'');
        int from = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at < text.length() && OTHER_SEPARATORS.indexOf(text.charAt(at)) < 0) continue;
            String piece = text.substring(from, at);
            if (from > 0 && runs(unquoted(piece))) safe.append('\'');
            safe.append(piece);
            if (at < text.length()) safe.append(text.charAt(at));
            from = at + 1;
        }
        return safe.toString();
    }

    /** A quotation mark at the start of a cell is none of its signs. */
    private static String unquoted(String piece) {
        String text = piece.strip();
        while (text.startsWith("\"")) text = text.substring(1).stripLeading();
        return text;
    }

    private static boolean runs(String text) {
        return startsFormula(text) && (text.indexOf(' ') >= 0 || !VietnameseNumbers.numeric(text));
    }

    /** Also behind spaces, which some programs drop. */
    static boolean startsFormula(String text) {
        if (text.isEmpty()) return false;
        String seen = text.stripLeading();
        return FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                || (!seen.isEmpty() && FORMULA_STARTS.indexOf(seen.charAt(0)) >= 0);
    }
}
