package vn.thucchat.foundation.money.formats;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.thucchat.foundation.money.vietqr.ReferenceCode;

/**
 * The memo of a stated movement, from all fields of a statement that carry the payer's or the bank's words. Fields beside
 * the memo count only where it is empty or where they name a payment code: a messenger tells of the same movement by the
 * memo alone.
 */
final class StatementMemo {

    /** What programs write where nothing is known (ISO 20022, SWIFT). */
    private static final Set<String> PLACEHOLDERS = Set.of(
            "NOTPROVIDED", "NONREF", "NOREF", "NOREFERENCE", "NOTAVAILABLE", "NONE", "NULL", "UNKNOWN", "NA", "NIL");

    private static final Pattern FILLING = Pattern.compile("[0Xx*?]*");
    private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Punct}]+");

    private StatementMemo() {}

    /** Tells whether a text is a placeholder for a missing value, such as {@code NOTPROVIDED}, {@code N/A} or {@code 000}. */
    static boolean placeholder(String text) {
        String bare = BETWEEN.matcher(text).replaceAll("");
        return FILLING.matcher(bare).matches() || PLACEHOLDERS.contains(bare.toUpperCase(Locale.ROOT));
    }

    /**
     * @param memo the remittance information, as the bank splits it
     * @param instead where banks repeat it that pass none on, the most telling first
     * @param beside other fields with words, where a payment code may stand
     */
    static String memo(List<String> memo, List<String> instead, List<String> beside) {
        String stated = String.join(" ", said(memo).toList());
        List<String> others = said(instead).toList();
        String own = stated.isEmpty() && !others.isEmpty() ? others.getFirst() : stated;
        var words = new StringBuilder(own);
        var codes = new HashSet<>(ReferenceCode.in(own));
        List<String> rest = Stream.concat(others.stream(), said(beside))
                .filter(text -> !text.equals(own))
                .toList();
        for (String other : rest)
            if (codes.addAll(ReferenceCode.in(other))) words.append(' ').append(other);
        // a code may be cut by the end of a field
        String all = own + " " + String.join(" ", rest);
        return cut(codes.isEmpty() && !ReferenceCode.in(all).isEmpty() ? all : words.toString());
    }

    private static Stream<String> said(List<String> fields) {
        return fields.stream().filter(text -> !placeholder(text)).distinct();
    }

    private static String cut(String text) {
        String bare = text.strip();
        return bare.length() > StatementReading.LONGEST_TEXT ? bare.substring(0, StatementReading.LONGEST_TEXT) : bare;
    }
}
