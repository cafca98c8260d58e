package vn.thucchat.foundation.sheets;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * CSV as it comes in practice: UTF-8 with or without its mark, or UTF-16 with it (Excel's "Unicode text"); fields
 * parted by semicolon, tab or comma, whichever parts the first lines evenly; quotes as in RFC 4180. Other encodings
 * cannot be told apart for certain and are refused.
 */
final class CsvFile {

    private static final List<Character> SEPARATORS = List.of(';', '\t', ',');
    private static final int LINES_TO_GUESS_FROM = 10;
    private static final int LONGEST_FIELD = 64 * 1024;

    private CsvFile() {}

    static SheetReading read(byte[] file, Limits limits) {
        String text = decode(file);
        if (text.isBlank()) throw new Stop(Reason.EMPTY);
        // a web page or XML saved under another name
        if (text.stripLeading().startsWith("<")) throw new Stop(Reason.OTHER_FORMAT);
        if (text.indexOf('\0') >= 0) throw new Stop(Reason.ENCODING);
        List<SheetReading.Row> rows = new ArrayList<>();
        var bad = new BadCells();
        char separator = separator(text);
        // Excel's own hint of the separator, which it writes for itself
        String body = text.replaceFirst("^sep=.\\R", "");
        int row = body.length() == text.length() ? 0 : 1;
        try (var reader = records(body, separator)) {
            for (CsvRecord line : reader) {
                row++;
                List<Cell> cells = cells(row, line, limits, bad);
                if (cells.isEmpty()) continue;
                if (rows.size() == limits.rows())
                    throw new Stop(Reason.TOO_MANY_ROWS, cells.getFirst().address());
                rows.add(new SheetReading.Row(row, cells));
            }
        } catch (CsvParseException e) {
            throw new Stop(Reason.QUOTES, Integer.toString(row + 1));
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        var sheet = new SheetReading.Sheet("", rows, List.of());
        bad.demandNone(sheet);
        return sheet;
    }

    private static List<Cell> cells(int row, CsvRecord line, Limits limits, BadCells bad) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < line.getFieldCount(); column++) {
            String text = CellText.clean(line.getField(column));
            if (text.isEmpty()) continue;
            if (column >= limits.columns()) throw new Stop(Reason.TOO_MANY_COLUMNS, Cell.address(row, column));
            int place = column;
            var cell = bad.read(() -> CellText.cell(row, place, text));
            if (cell != null) cells.add(cell);
        }
        return List.copyOf(cells);
    }

    private static CsvReader<CsvRecord> records(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text);
    }

    /** The separator that parts the first lines into the same number of fields, the more the better. */
    private static char separator(String text) {
        if (text.matches("(?s)sep=.\\R.*")) return text.charAt(4);
        record Guess(char separator, boolean even, int fields) {}
        return SEPARATORS.stream()
                .map(separator -> {
                    List<Integer> counts = fieldCounts(text, separator);
                    int first = counts.isEmpty() ? 1 : counts.getFirst();
                    return new Guess(
                            separator, first > 1 && counts.stream().distinct().count() == 1, first);
                })
                .max(Comparator.comparing(Guess::even)
                        .thenComparingInt(Guess::fields)
                        // at a tie the earlier of the list
                        .thenComparingInt(guess -> -SEPARATORS.indexOf(guess.separator())))
                .orElseThrow()
                .separator();
    }

    private static List<Integer> fieldCounts(String text, char separator) {
        List<Integer> counts = new ArrayList<>();
        try (var reader = records(text, separator)) {
            for (CsvRecord line : reader) {
                if (counts.size() == LINES_TO_GUESS_FROM) break;
                if (line.getFieldCount() > 1 || !line.getField(0).isBlank()) counts.add(line.getFieldCount());
            }
        } catch (CsvParseException e) {
            // an open quote says nothing about what parts the lines before it
            return counts;
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
        return counts;
    }

    private static String decode(byte[] file) {
        Map<Charset, byte[]> marks = Map.of(
                StandardCharsets.UTF_8, new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF},
                StandardCharsets.UTF_16LE, new byte[] {(byte) 0xFF, (byte) 0xFE},
                StandardCharsets.UTF_16BE, new byte[] {(byte) 0xFE, (byte) 0xFF});
        for (var mark : marks.entrySet())
            if (startsWith(file, mark.getValue())) return decode(file, mark.getValue().length, mark.getKey());
        return decode(file, 0, StandardCharsets.UTF_8);
    }

    static boolean startsWith(byte[] file, byte[] start) {
        return file.length >= start.length && Arrays.equals(file, 0, start.length, start, 0, start.length);
    }

    private static String decode(byte[] file, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(file, from, file.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Stop(Reason.ENCODING);
        }
    }
}
