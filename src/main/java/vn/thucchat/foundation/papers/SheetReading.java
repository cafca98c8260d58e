package vn.thucchat.foundation.papers;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;

/** What became of reading a spreadsheet: its first sheet, or why it was refused whole. */
public sealed interface SheetReading {

    /**
     * The first sheet.
     *
     * @param name the sheet's name; empty for CSV
     * @param rows the rows that hold something, from the top
     * @param unread the names of the further sheets, which were not read: say so to the person
     */
    record Sheet(String name, List<Row> rows, List<String> unread) implements SheetReading {}

    /**
     * Nothing was taken.
     *
     * @param detail where or how much, as a person reads it: cells ({@code C7, C9}), a sheet's name, a limit
     */
    record Refused(Reason reason, @Nullable String detail) implements SheetReading {

        static final String BETWEEN = ", ";

        /** The addresses of the cells at fault; empty when it is not about cells. */
        public List<String> cells() {
            return detail != null && detail.matches("[A-Z]{1,3}\\d{1,7}(, [A-Z]{1,3}\\d{1,7})*")
                    ? List.of(detail.split(BETWEEN))
                    : List.of();
        }

        /** The whole answer in the reader's language. */
        public String text(Texts t) {
            return detail == null ? t.of(reason.key()) : t.of(reason.key(), detail);
        }
    }

    /**
     * A row that holds something.
     *
     * @param number from 1, as the spreadsheet program shows it
     * @param cells those that hold something, from the left
     */
    record Row(int number, List<Cell> cells) {

        /** @param column from 0: A is 0 */
        public Optional<Cell> cell(int column) {
            return cells.stream().filter(cell -> cell.column() == column).findFirst();
        }
    }
}
