package vn.thucchat.foundation.money.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;
import vn.thucchat.foundation.sheets.BookReading;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetReading;
import vn.thucchat.foundation.sheets.Spreadsheets;

/**
 * Reads a bank's statement file of whatever kind, told by what is in it and not by its name: ISO 20022, XLSX, XLS, CSV.
 * Tables are read by the titles of their columns, or by the layout that was chosen.
 */
public final class StatementFiles {

    /** With what a bank writes around its lines. */
    private static final int MOST_ROWS = StatementFile.MOST_LINES + 1_000;

    private static final int MOST_CELLS = 1_500_000;
    private static final Limits LIMITS = new Limits(MOST_ROWS, 100, StatementFile.MOST_BYTES, 100_000_000);

    private static final int LOOKED_AT = 2_000;
    private static final int LONGEST_FIELD = 64 * 1024;
    private static final char[] SEPARATORS = {',', ';', '\t', '|'};
    private static final Charset WINDOWS_1258 = Charset.forName("windows-1258");

    /** PDF, PNG, JPEG, WebP, HEIC. */
    private static final Pattern PICTURE = Pattern.compile(
            "^(?:\\s*%PDF|\\x89PNG|\\xFF\\xD8\\xFF|RIFF.{4}WEBP|.{4}ftyp(?:hei|mif|avi))", Pattern.DOTALL);

    /** Web pages and XML tables that banks name .xls. */
    private static final Pattern PAGE = Pattern.compile(
            "^\\s*(?:<\\?xml[^>]*>\\s*)?<(?:!doctype html|html|head|meta|table|style|div|body|\\?mso-application|ss:workbook|workbook)\\b",
            Pattern.CASE_INSENSITIVE);

    private StatementFiles() {}

    /**
     * @param account the number of the account that the file was sent in for
     * @param layout null: the file says what it is
     */
    public static StatementFile read(byte[] file, String account, @Nullable CsvLayout layout) {
        var reading = new StatementReading();
        try {
            if (Spreadsheets.isBook(file)) return book(file, account, layout, reading);
            String start = start(file);
            if (PICTURE.matcher(start).find()) throw reading.stop(0, Reason.PDF);
            if (PAGE.matcher(start).find()) throw reading.stop(0, Reason.WEB_PAGE);
            if (start.stripLeading().startsWith("<")) return CamtReader.read(new ByteArrayInputStream(file));
            if (layout != null) return CsvStatementReader.read(new ByteArrayInputStream(file), layout.mapping(account));
            return text(reading.bytes(new ByteArrayInputStream(file)), account, reading);
        } catch (StatementReading.Stopped e) {
            // its fault has been told
            return reading.result(List.of());
        } catch (IOException e) {
            // bytes in memory do not fail
            throw new UncheckedIOException(e);
        }
    }

    private static String start(byte[] file) {
        byte[] begin = java.util.Arrays.copyOf(file, Math.min(file.length, LOOKED_AT));
        Charset charset =
                StatementEncoding.ofXml(begin).map(StatementEncoding::charset).orElse(StandardCharsets.ISO_8859_1);
        return new String(begin, charset).replaceFirst("^\\uFEFF", "");
    }

    private static StatementFile book(
            byte[] file, String account, @Nullable CsvLayout layout, StatementReading reading) {
        List<SheetReading.Sheet> sheets = switch (Spreadsheets.book(file, LIMITS)) {
            case BookReading.Book book -> book.sheets();
            case BookReading.Refused refused -> throw reading.stop(0, reason(refused.why()));
        };
        ColumnTitles titles = ColumnTitles.known();
        if (layout != null) titles = titles.with(layout.mapping());
        var reader = new TableStatementReader(
                account, titles, layout == null ? null : layout.mapping().endsAt(), reading);
        var statements = new ArrayList<Statement>();
        var repeated = new RepeatedSheets();
        boolean found = false;
        for (SheetReading.Sheet sheet : sheets) {
            List<TableRow> rows = TableStatementReader.rows(sheet);
            Optional<TableHeader> header = reader.header(rows);
            found |= header.isPresent();
            List<Statement> its = header.map(of -> reader.read(rows, of)).orElse(List.of());
            repeated.add(sheet.name(), its);
            statements.addAll(its);
        }
        for (String sheet : repeated.repeated()) reading.fault(0, sheet, Reason.TWICE);
        if (!found) throw reading.stop(0, Reason.HEADER);
        reading.refuseWhatStatesNothing(statements);
        return reading.result(statements);
    }

    private static Reason reason(SheetReading.Refused why) {
        return switch (why.reason()) {
            case EMPTY -> Reason.EMPTY;
            case TOO_LARGE, UNPACKS_TOO_LARGE, TOO_MANY_ROWS, TOO_MANY_COLUMNS -> Reason.TOO_LARGE;
            case ENCRYPTED -> Reason.LOCKED;
            case OTHER_FORMAT -> Reason.OTHER_FORMAT;
            default -> Reason.WORKBOOK;
        };
    }

    /** The separator and the encoding in which a header is found. */
    private static StatementFile text(byte[] file, String account, StatementReading reading) throws IOException {
        boolean decoded = false;
        for (Charset charset : List.of(StandardCharsets.UTF_8, WINDOWS_1258)) {
            var encoding = StatementEncoding.ofText(file, charset);
            if (decoded && !encoding.charset().equals(WINDOWS_1258)) continue;
            try {
                var titles = ColumnTitles.known();
                var reader = new TableStatementReader(account, titles, null, reading);
                for (char separator : SEPARATORS) {
                    List<TableRow> rows = rows(encoding.reader(file), separator, reading);
                    Optional<TableHeader> header = reader.header(rows);
                    if (header.isEmpty() || (charset.equals(WINDOWS_1258) && !marked(header.get(), titles))) continue;
                    List<Statement> statements = reader.read(rows, header.get());
                    reading.refuseWhatStatesNothing(statements);
                    return reading.result(statements);
                }
                decoded = true;
            } catch (CharacterCodingException e) {
                // the next one
            }
        }
        throw reading.stop(0, decoded ? Reason.HEADER : Reason.ENCODING);
    }

    /** Titles with their marks are proof of an encoding that nobody declared. */
    private static boolean marked(TableHeader header, ColumnTitles titles) {
        return header.titles().values().stream().anyMatch(titles::marked);
    }

    private static List<TableRow> rows(Reader text, char separator, StatementReading reading) throws IOException {
        int cellsLeft = MOST_CELLS;
        var rows = new ArrayList<TableRow>();
        try (var records = CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text)) {
            for (CsvRecord record : records) {
                var cells = new TreeMap<Integer, StatedCell>();
                for (int i = 0; i < record.getFieldCount(); i++) {
                    String field = record.getField(i).replace("\uFEFF", "").strip();
                    if (!field.isEmpty()) cells.put(i, StatedCell.of(field));
                }
                if (cells.isEmpty()) continue;
                cellsLeft -= cells.size();
                if (rows.size() == MOST_ROWS || cellsLeft < 0)
                    throw reading.stop((int) record.getStartingLineNumber(), Reason.TOO_LARGE);
                rows.add(new TableRow((int) record.getStartingLineNumber(), cells));
            }
        } catch (CsvParseException | UncheckedIOException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause())
                if (cause instanceof CharacterCodingException encoding) throw encoding;
            // not parted by this separator
            return List.of();
        }
        return rows;
    }
}
