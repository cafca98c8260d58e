package vn.thucchat.foundation.payments;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.payments.StatementFault.Reason;

/**
 * Reads a bank's CSV statement by the layout that the bank is known for: UTF-8 and UTF-16, or what the layout declares,
 * quotes as in RFC 4180. A row that is not understood refuses the file, one without an amount is left out and noted.
 *
 * <p>Not by the reader of spreadsheets that people upload, which refuses texts that look like formulas: here the memo is
 * a payer's, who could stop a market's whole day with one "=".
 */
public final class CsvStatementReader {

    private static final int LONGEST_FIELD = 64 * 1024;

    private CsvStatementReader() {}

    /**
     * A column of running balances is found by its title, whether or not the layout names it, and so is one of currencies.
     *
     * @return one statement for each account, in the order in which the accounts come
     * @throws IOException when the stream itself fails; what is wrong with the file is a {@code Refused}
     */
    public static StatementFile read(InputStream file, CsvMapping mapping) throws IOException {
        var reading = new StatementReading();
        Map<String, List<StatementLine>> byAccount = new LinkedHashMap<>();
        Map<String, List<TableEntry>> balances = new LinkedHashMap<>();
        var notes = new ArrayList<StatementFault>();
        int line = 0;
        try (var records = records(file, mapping, reading)) {
            CsvRow.Header header = null;
            for (CsvRecord record : records) {
                line = (int) record.getStartingLineNumber();
                if (header == null) {
                    if (line < mapping.headerLine()) continue;
                    header = CsvRow.header(fields(record), line, mapping, reading);
                    continue;
                }
                reading.another(line);
                var fields = fields(record);
                if (blank(fields)) continue;
                if (ends(fields, mapping)) break;
                var row = new CsvRow(header, fields, line, mapping, reading, notes);
                var read = row.read();
                if (read == null) continue;
                byAccount
                        .computeIfAbsent(read.accountNumber(), account -> new ArrayList<>())
                        .add(read);
                balances.computeIfAbsent(read.accountNumber(), account -> new ArrayList<>())
                        .add(TableEntry.of(line, read, row.balanceVnd()));
            }
            if (header == null) throw reading.stop(line, Reason.COLUMN);
            if (byAccount.isEmpty() && !notes.isEmpty())
                notes.forEach(n -> reading.fault(n.line(), n.at(), n.reason()));
        } catch (CsvParseException e) {
            // the record after the last one that was whole
            reading.unreadable(
                    line + 1,
                    e,
                    e.getMessage() != null && e.getMessage().contains("buffer") ? Reason.TEXT_TOO_LONG : Reason.QUOTES);
        } catch (UncheckedIOException | IOException e) {
            reading.unreadable(line, e, Reason.QUOTES);
        } catch (StatementReading.Stopped e) {
            // its fault has been told
        }
        var statements = new ArrayList<Statement>();
        byAccount.forEach((account, lines) -> {
            var run = new RunningBalance(balances.getOrDefault(account, List.of())).check(null, null);
            notes.addAll(run.breaks());
            statements.add(new Statement(
                    account, run.openingVnd(), run.closingVnd(), null, null, true, lines, List.copyOf(notes)));
            notes.clear();
        });
        return reading.result(statements);
    }

    private static CsvReader<CsvRecord> records(InputStream file, CsvMapping mapping, StatementReading reading)
            throws IOException {
        byte[] bytes = reading.bytes(file);
        return CsvReader.builder()
                .fieldSeparator(mapping.delimiter())
                .skipEmptyLines(false)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .ofCsvRecord(text(bytes, mapping));
    }

    private static Reader text(byte[] file, CsvMapping mapping) {
        return StatementEncoding.ofText(file, mapping.charset()).reader(file);
    }

    private static List<String> fields(CsvRecord record) {
        return record.getFields().stream().map(StatementReading::clean).toList();
    }

    private static boolean blank(List<String> fields) {
        return fields.stream().allMatch(String::isEmpty);
    }

    private static boolean ends(List<String> fields, CsvMapping mapping) {
        String end = mapping.endsAt();
        if (end == null) return false;
        String first =
                fields.stream().filter(field -> !field.isEmpty()).findFirst().orElse("");
        return first.startsWith(end);
    }
}
