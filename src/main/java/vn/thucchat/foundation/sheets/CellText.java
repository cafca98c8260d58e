package vn.thucchat.foundation.sheets;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** The text of a cell as we keep it. */
final class CellText {

    /** What a spreadsheet program itself allows in one cell. */
    static final int LONGEST = 32_767;

    /** Zero-width space, word joiner, soft hyphen, byte order mark: pasted along, never meant. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200B\\u2060\\u00AD\\uFEFF]");

    /** Control characters, and those that turn the reading direction around: text that shows other than it is. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFFFE\\uFFFF]");

    private static final Pattern FORMATTING = Pattern.compile("[\\p{Cf}\\uFFFE\\uFFFF]");
    private static final Pattern UNPRINTED = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

    private static final Pattern EDGES = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    private CellText() {}

    static String clean(String raw) {
        if (plain(raw)) return raw;
        String visible = INVISIBLE.matcher(raw.replace("\r\n", "\n")).replaceAll("");
        return VietnameseText.kept(EDGES.matcher(visible).replaceAll(""));
    }

    /** Most texts of a large sheet need no work, and no objects made for it. */
    private static boolean plain(String raw) {
        for (int i = 0; i < raw.length(); i++) if (raw.charAt(i) <= ' ' || raw.charAt(i) > '~') return false;
        return true;
    }

    /** The cell of a cleaned text; refuses what would be a formula when somebody opens it again. */
    static Cell.Text cell(int row, int column, String text) {
        if (text.length() > LONGEST) throw new Stop(Reason.TEXT_TOO_LONG, Cell.address(row, column));
        if (text.startsWith("=") || text.startsWith("@")) throw new Stop(Reason.FORMULA, Cell.address(row, column));
        var forbidden = FORBIDDEN.matcher(text);
        while (forbidden.find()) {
            char found = text.charAt(forbidden.start());
            if (found != '\n' && found != '\t') throw new Stop(Reason.CONTROL_CHARACTER, Cell.address(row, column));
        }
        return new Cell.Text(row, column, text);
    }

    /** The cell of a cleaned text, whatever it looks like; nothing where it has no letters to be seen. */
    static Optional<Cell> kept(int row, int column, String text) {
        String seen = UNPRINTED
                .matcher(FORMATTING.matcher(text).replaceAll(""))
                .replaceAll(" ")
                .strip();
        if (seen.isEmpty()) return Optional.empty();
        return Optional.of(new Cell.Text(row, column, seen.length() > LONGEST ? seen.substring(0, LONGEST) : seen));
    }
}
