package vn.thucchat.foundation.identity.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.LogEntry;

/** The access log as CSV, read and written in batches. Spreadsheets open it; they run nothing that is in it. */
final class AuditFile {

    static final int BATCH = 2_000;
    /** About what a spreadsheet can open; a longer stretch is asked for in parts. */
    private static final int MOST = 1_000_000;

    private AuditFile() {}

    static void write(OutputStream output, Function<@Nullable UUID, List<LogEntry>> read) throws IOException {
        var text = new OutputStreamWriter(output, StandardCharsets.UTF_8);
        // the mark by which Excel knows UTF-8
        text.write('\uFEFF');
        try (var csv = CsvWriter.builder().build(text)) {
            csv.writeRecord("at", "username", "action", "object", "detail", "ip");
            @Nullable UUID after = null;
            for (int written = 0; written < MOST; written += BATCH) {
                var batch = read.apply(after);
                for (var entry : batch)
                    csv.writeRecord(
                            entry.at().toString(),
                            inert(entry.username()),
                            inert(entry.action()),
                            inert(entry.object()),
                            inert(entry.detail()),
                            inert(entry.ip()));
                if (batch.size() < BATCH) return;
                after = batch.getLast().id();
            }
        }
    }

    /** A cell that begins like a formula would be run as one. */
    static String inert(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
