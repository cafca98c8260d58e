package vn.thucchat.foundation.sheets;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * @param further what else is wrong with cells, by reason
     * @param rest what was read of the other cells: never to be taken, only to tell what is wrong there too; null
     *     when that cannot be judged, as where a title is at fault
     */
    record Refused(
            Reason reason,
            @Nullable String detail,
            List<Refused> further,
            @Nullable Sheet rest) implements SheetReading {

        Refused(Reason reason, @Nullable String detail) {
            this(reason, detail, List.of(), null);
        }

        Refused and(List<Refused> others, @Nullable Sheet remainder) {
            return new Refused(reason, detail, List.copyOf(others), remainder);
        }

        private List<Refused> all() {
            return Stream.concat(Stream.of(this), further.stream()).toList();
        }

        static final String BETWEEN = ", ";

        /** The cells at fault; empty when it is not about cells. */
        public List<BadCell> cells() {
            return all().stream()
                    .flatMap(each -> each.addresses().map(address -> new BadCell(address, each.reason)))
                    .toList();
        }

        private Stream<String> addresses() {
            return detail != null && detail.matches("[A-Z]{1,3}\\d{1,7}(, [A-Z]{1,3}\\d{1,7})*")
                    ? Stream.of(detail.split(BETWEEN))
                    : Stream.empty();
        }

        /** The whole answer in the reader's language. */
        public String text(Texts t) {
            return all().stream()
                    .map(each -> each.detail == null ? t.of(each.reason.key()) : t.of(each.reason.key(), each.detail))
                    .collect(Collectors.joining(" "));
        }
    }

    /** A cell that cannot be read, by its address ({@code C7}). */
    record BadCell(String address, Reason reason) {

        /** From 1. */
        public int row() {
            return Integer.parseInt(address.replaceAll("[A-Z]", ""));
        }

        /** From 0: A is 0. */
        public int column() {
            int column = 0;
            for (char letter : address.replaceAll("\\d", "").toCharArray()) column = column * 26 + (letter - 'A' + 1);
            return column - 1;
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
