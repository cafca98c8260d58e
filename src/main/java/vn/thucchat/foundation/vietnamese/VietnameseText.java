package vn.thucchat.foundation.vietnamese;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spelling, search key and order of Vietnamese names. The order is that of PostgreSQL's {@code vi-x-icu}: spaces
 * before letters, ă and â after a, đ after d, marks where all letters are equal: Ba Hàng, Bách Quang, Bãi Bông.
 */
public final class VietnameseText {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    private static final String ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
    /** Grave, hook above, tilde, acute, dot below. */
    private static final String TONES = "\u0300\u0309\u0303\u0301\u0323";

    private static final String HAT_AND_HORN = "\u0306\u0302\u031B";

    /** By name; what differs only in capitals comes one after the other. */
    public static final Comparator<String> ORDER =
            Comparator.comparing(VietnameseText::place).thenComparing(Comparator.reverseOrder());

    private VietnameseText() {}

    /** As it is kept: composed (NFC), with Đ where the capital eth stands that looks like it. */
    public static String kept(String typed) {
        return Normalizer.normalize(typed.replace('\u00D0', 'Đ').replace('\u00F0', 'đ'), Normalizer.Form.NFC);
    }

    /** As it is searched: {@code dang thu} for {@code Đặng  Thử}. */
    public static String fold(String text) {
        String small = BLANKS.matcher(text).replaceAll(" ").strip();
        return unmarked(small).toLowerCase(Locale.ROOT);
    }

    /** Without marks; everything else as it is. */
    public static String unmarked(String text) {
        return MARKS.matcher(Normalizer.normalize(kept(text), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('đ', 'd')
                .replace('Đ', 'D');
    }

    /** Texts in the order of these are in the order of names: first by all letters, then by tones. */
    static String place(String text) {
        String apart = Normalizer.normalize(
                BLANKS.matcher(kept(text)).replaceAll(" ").strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        var letters = new StringBuilder();
        var tones = new StringBuilder();
        for (int at = 0; at < apart.length(); ) {
            int end = at + 1;
            while (end < apart.length() && Character.getType(apart.charAt(end)) == Character.NON_SPACING_MARK) end++;
            var letter = new StringBuilder().append(apart.charAt(at));
            char tone = '0';
            for (int mark = at + 1; mark < end; mark++) {
                int of = TONES.indexOf(apart.charAt(mark));
                if (of >= 0) tone = (char) ('1' + of);
                else if (HAT_AND_HORN.indexOf(apart.charAt(mark)) >= 0) letter.append(apart.charAt(mark));
            }
            letters.append(rank(Normalizer.normalize(letter, Normalizer.Form.NFC)));
            tones.append(tone);
            at = end;
        }
        return letters + "\u0001" + tones;
    }

    /** Blanks, signs, digits, then the alphabet. */
    private static char rank(String letter) {
        int of = letter.length() == 1 ? ALPHABET.indexOf(letter) : -1;
        if (of >= 0) return (char) ('A' + of);
        char first = letter.charAt(0);
        return first == ' ' || Character.isDigit(first) || first > 'z' ? first : first < '0' ? first : '/';
    }
}
