package vn.thucchat.foundation.units;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong in a file of units or successions, and where.
 *
 * @param line the line in the file, from 1; 0 when the file as a whole is meant
 * @param column the name of the column, or null when the whole line is meant
 * @param arguments what the message of the reason names: codes, days, the value itself
 */
public record Fault(File file, long line, @Nullable String column, Reason reason, List<String> arguments) {

    /** The two files of a collection. */
    public enum File {
        UNITS("units.csv"),
        SUCCESSIONS("successions.csv");

        private final String fileName;

        File(String fileName) {
            this.fileName = fileName;
        }

        public String fileName() {
            return fileName;
        }
    }

    /** Why; the text is the message {@code units.fault.<code>}. */
    public enum Reason {
        ENCODING,
        MALFORMED,
        HEADER,
        FIELDS,
        TOO_LONG,
        EMPTY,
        TEXT,
        CODE,
        KIND,
        DATE,
        CHECKED,
        SHARE,
        BACKWARDS,
        OVERLAP,
        TAKEN,
        REMOVED,
        PARENT_MISSING,
        PARENT_NEEDLESS,
        PARENT_ABSENT,
        PARENT_LEVEL,
        CYCLE,
        NOT_THERE_BEFORE,
        NOT_THERE_AFTER,
        DUPLICATE,
        UNKNOWN_AND_KNOWN,
        SHARE_ALONE,
        SHARES_PARTLY,
        SHARES_SUM,
        STAYS_WITHOUT_LINE,
        FAMILY;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Fault at(File file, long line, @Nullable String column, Reason reason, Object... arguments) {
        return new Fault(
                file,
                line,
                column,
                reason,
                java.util.Arrays.stream(arguments).map(Object::toString).toList());
    }

    public String key() {
        return "units.fault." + reason.code();
    }
}
