package vn.thucchat.foundation.money.formats;

import java.util.List;

/** What became of reading a bank's statement file: all of it, or nothing and why. */
public sealed interface StatementFile {

    /** Larger files are refused. */
    int MOST_BYTES = 20_000_000;

    /** More lines than a file this large has in practice. */
    int MOST_LINES = 50_000;

    /** @param statements in the file's order; an account may have several, one for each day or page */
    record Read(List<Statement> statements) implements StatementFile {
        public Read {
            statements = List.copyOf(statements);
        }
    }

    /** @param faults at least one; the first fifty where there are more */
    record Refused(List<StatementFault> faults) implements StatementFile {
        public Refused {
            faults = List.copyOf(faults);
        }
    }
}
