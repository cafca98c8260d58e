package vn.thucchat.foundation.sheets;

import java.util.List;

/**
 * One column of a sheet that we write.
 *
 * @param width in characters
 * @param format a number format of spreadsheet programs ({@code #,##0.##}); the reader's own language decides which
 *     separators are shown
 * @param toFill cells that the receiver fills in: marked, and the only ones not protected
 * @param choices what may be filled in; anything when empty
 */
public record Column(String title, int width, String format, boolean toFill, List<String> choices) {

    private static final int WIDEST = 255;

    public Column {
        if (width < 1 || width > WIDEST) throw new IllegalArgumentException("width of " + title);
        choices = List.copyOf(choices);
    }

    public static Column text(String title, int width) {
        return new Column(title, width, "@", false, List.of());
    }

    /** @param decimals at most so many are shown; all are kept */
    public static Column number(String title, int width, int decimals) {
        return new Column(title, width, decimals == 0 ? "#,##0" : "#,##0." + "#".repeat(decimals), false, List.of());
    }

    public static Column day(String title, int width) {
        return new Column(title, width, "dd/mm/yyyy", false, List.of());
    }

    public Column filledIn() {
        return new Column(title, width, format, true, choices);
    }

    public Column oneOf(List<String> choices) {
        return new Column(title, width, format, toFill, choices);
    }
}
