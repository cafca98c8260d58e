package vn.thucchat.foundation.sheets;

import java.util.List;

/** What became of reading a workbook that a program of a bank or office made: its sheets as they are, or why not. */
public sealed interface BookReading {

    /**
     * All visible sheets.
     *
     * @param sheets those that hold something; formulas and errors stand there as texts that are no numbers
     */
    record Book(List<SheetReading.Sheet> sheets) implements BookReading {
        public Book {
            sheets = List.copyOf(sheets);
        }
    }

    record Refused(SheetReading.Refused why) implements BookReading {}
}
