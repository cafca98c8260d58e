package vn.thucchat.foundation.sheets;

import java.util.List;
import vn.thucchat.foundation.pages.Texts;

/**
 * What is wrong with one cell of a file.
 *
 * @param row from 1, as the spreadsheet program shows it; 0 when it is the file itself
 * @param place the column's place, from 0: A is 0
 * @param column the message key of the column's title
 * @param key of the message that says what is wrong and what to do
 * @param arguments of that message
 */
public record CellError(int row, int place, String column, String key, List<String> arguments) {

    /** An error of the file as a whole. */
    public static CellError ofFile(String key, List<String> arguments) {
        return new CellError(0, 0, "import.whole", key, arguments);
    }

    /** As the spreadsheet program shows it: {@code C7}; empty when it is the file itself. */
    public String address() {
        return row == 0 ? "" : Cell.address(row, place);
    }

    public String text(Texts t) {
        return t.of(key, arguments.toArray());
    }

    /** With its cell before it, where there is one. */
    public String said(Texts t) {
        return row == 0 ? text(t) : address() + ": " + text(t);
    }
}
