package vn.thucchat.foundation.files;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name as it may be kept, shown and offered for download. */
final class FileName {

    private static final int LONGEST = 200;
    private static final int LONGEST_ENDING = 10;

    /** Control, direction, and other unseen characters, and what systems forbid in names. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}<>:\"|?*]");

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    private FileName() {}

    /** Never empty; the ending is kept even of a very long name. */
    static String clean(String given) {
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen = SPACES.matcher(FORBIDDEN.matcher(last).replaceAll("")).replaceAll(" ");
        String name = Normalizer.normalize(seen, Normalizer.Form.NFC).replaceAll("^[. ]+|[. ]+$", "");
        if (name.isEmpty()) return "tep";
        if (name.length() <= LONGEST) return name;
        String ending = ending(name).isEmpty() ? "" : "." + ending(name);
        return name.substring(0, LONGEST - ending.length()) + ending;
    }

    /** In lower case without its point; empty when there is none. */
    static String ending(String name) {
        int point = name.lastIndexOf('.');
        String ending = point < 0 ? "" : name.substring(point + 1).toLowerCase(Locale.ROOT);
        return ending.length() <= LONGEST_ENDING ? ending : "";
    }
}
