package vn.thucchat.foundation.identity.audit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.sheets.CsvText;

/** The access log as CSV, read and written in batches. Spreadsheets open it; they run nothing that is in it. */
final class AuditFile {

    static final int BATCH = 2_000;
    /** About what a spreadsheet can open; a longer stretch is asked for in parts. */
    private static final int MOST = 1_000_000;

    private AuditFile() {}

    static void write(OutputStream output, Function<@Nullable UUID, List<LogEntry>> read) throws IOException {
        try (var csv = new CsvText(output)) {
            csv.row("at", "username", "action", "object", "detail", "ip");
            @Nullable UUID after = null;
            for (int written = 0; written < MOST; written += BATCH) {
                var batch = read.apply(after);
                for (var entry : batch)
                    csv.row(
                            entry.at().toString(),
                            entry.username(),
                            entry.action(),
                            entry.object(),
                            entry.detail(),
                            entry.ip());
                if (batch.size() < BATCH) return;
                after = batch.getLast().id();
            }
        }
    }
}
