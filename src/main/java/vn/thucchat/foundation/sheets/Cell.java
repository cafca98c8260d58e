package vn.thucchat.foundation.sheets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** A cell that holds something. Rows count from 1, columns from 0; {@link #address} is what a person sees. */
public sealed interface Cell {

    int row();

    int column();

    default String address() {
        return address(row(), column());
    }

    /** Text as typed: NFC, without invisible characters, trimmed; never empty. All cells of a CSV are text. */
    record Text(int row, int column, String text) implements Cell {}

    /**
     * @param value exactly as the file states it. A number of more than 15 digits is the shortest that a spreadsheet
     *     program would show: it stores the 4.27 that was typed as 4.2699999999999996
     * @param percent the cell is shown in per cent: a value of 0.65 is read by a person as 65%
     */
    record Numeral(int row, int column, BigDecimal value, boolean percent) implements Cell {}

    record Day(int row, int column, LocalDate day) implements Cell {}

    /** A day with a time of day. */
    record Moment(int row, int column, LocalDateTime moment) implements Cell {}

    record Truth(int row, int column, boolean value) implements Cell {}

    /** {@code address(7, 2)} is {@code C7}. */
    static String address(int row, int column) {
        var letters = new StringBuilder();
        for (int rest = column + 1; rest > 0; rest = (rest - 1) / 26) letters.append((char) ('A' + (rest - 1) % 26));
        return letters.reverse().append(row).toString();
    }
}
