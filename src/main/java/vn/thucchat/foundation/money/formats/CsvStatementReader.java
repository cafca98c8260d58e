package vn.thucchat.foundation.money.formats;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.thucchat.foundation.money.formats.StatementFault.Reason;

/**
 * Reads a bank's CSV statement by the layout that the bank is known for: UTF-8 and UTF-16, or what the layout declares,
 * quotes as in RFC 4180. A row that is not understood, or states nothing, is left out and named; where most are not
 * understood, the layout is another's and the file is refused.
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
        var read = new Lines(reading);
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
                read.add(new CsvRow(header, fields, line, mapping, reading), line);
            }
            if (header == null) throw reading.stop(line, Reason.COLUMN);
            read.refuseWhatIsNotUnderstood();
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
        return reading.result(read.statements());
    }

    /** The rows of a file, account by account in the order in which they come. */
    private static final class Lines {
        /** Of rows that do not say whose they are. */
        private final List<StatementFault> ofNobody = new ArrayList<>();

        private final Map<String, List<StatementLine>> byAccount = new LinkedHashMap<>();
        private final Map<String, List<TableEntry>> balances = new HashMap<>();
        private final Map<String, List<StatementFault>> notes = new HashMap<>();
        private final List<StatementFault> faults = new ArrayList<>();
        private final StatementReading reading;
        private int understood;
        private int notUnderstood;

        Lines(StatementReading reading) {
            this.reading = reading;
        }

        void add(CsvRow row, int number) {
            StatementLine line = row.read();
            String account = row.account();
            var left = account == null ? ofNobody : notes.computeIfAbsent(account, _ -> new ArrayList<>());
            left.addAll(row.notes());
            left.addAll(row.faults());
            faults.addAll(row.faults());
            if (!row.faults().isEmpty()) notUnderstood++;
            if (account != null) byAccount.computeIfAbsent(account, _ -> new ArrayList<>());
            if (line == null || account == null) return;
            understood++;
            byAccount.computeIfAbsent(account, _ -> new ArrayList<>()).add(line);
            balances.computeIfAbsent(account, _ -> new ArrayList<>())
                    .add(TableEntry.of(number, line, row.balanceVnd()));
        }

        /** One odd row blocks no file; many are a sign that it is read in the wrong way. */
        void refuseWhatIsNotUnderstood() {
            if (notUnderstood > understood)
                faults.forEach(fault -> reading.fault(fault.line(), fault.at(), fault.reason()));
            if (understood == 0)
                notes.values().forEach(all -> all.forEach(n -> reading.fault(n.line(), n.at(), n.reason())));
        }

        List<Statement> statements() {
            var statements = new ArrayList<Statement>();
            byAccount.forEach((account, lines) -> {
                var run = new RunningBalance(balances.getOrDefault(account, List.of())).check(null, null);
                var all = new ArrayList<>(notes.getOrDefault(account, List.of()));
                all.addAll(ofNobody);
                all.addAll(run.breaks());
                statements.add(
                        new Statement(account, run.openingVnd(), run.closingVnd(), null, null, true, lines, all));
            });
            return statements;
        }
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
