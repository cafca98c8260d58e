package vn.thucchat.foundation.vietnamese;

import java.util.ArrayList;
import java.util.List;

/**
 * Numbers in Vietnamese words, as receipts and contracts write them and as a loudspeaker says them: {@code 35000} is
 * "ba mươi lăm nghìn". Without a currency, in small letters, words parted by one space.
 *
 * <p>Groups of nothing are left out; what stands after a larger group is said in full, so that no place can be
 * mistaken: {@code 1000005} is "một triệu không trăm linh năm". Beyond a billion "tỷ" is repeated: {@code 10^18} is
 * "một tỷ tỷ".
 */
public final class VietnameseWords {

    /** How the country's ends say the same number. */
    public enum Manner {
        /** "Một trăm linh năm nghìn". */
        NORTHERN("linh", "nghìn"),
        /** "Một trăm lẻ năm ngàn". */
        SOUTHERN("lẻ", "ngàn");

        private final String and;
        private final String thousand;

        Manner(String and, String thousand) {
            this.and = and;
            this.thousand = thousand;
        }
    }

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");
    private static final long BILLION = 1_000_000_000;

    private final Manner manner;
    private final List<String> words = new ArrayList<>();

    private VietnameseWords(Manner manner) {
        this.manner = manner;
    }

    /** In the northern manner, which official papers use. */
    public static String amount(long value) {
        return amount(value, Manner.NORTHERN);
    }

    /** @param value any number; below zero it begins with "âm" */
    public static String amount(long value, Manner manner) {
        if (value == 0) return DIGITS.getFirst();
        var said = new VietnameseWords(manner);
        if (value < 0) said.words.add("âm");
        // the smallest long has no positive twin, but its bits read without a sign are its size
        said.billions(value < 0 ? -value : value, 0);
        return String.join(" ", said.words);
    }

    private void billions(long size, int power) {
        long above = Long.divideUnsigned(size, BILLION);
        if (above != 0) billions(above, power + 1);
        int here = (int) Long.remainderUnsigned(size, BILLION);
        if (here == 0) return;
        boolean first = above == 0;
        int millions = here / 1_000_000;
        int thousands = here / 1_000 % 1_000;
        group(millions, "triệu", first);
        group(thousands, manner.thousand, first && millions == 0);
        group(here % 1_000, "", first && here < 1_000);
        for (int i = 0; i < power; i++) words.add("tỷ");
    }

    /** @param first nothing was said before, so that empty places need no words */
    private void group(int value, String unit, boolean first) {
        if (value == 0) return;
        int hundreds = value / 100;
        if (hundreds > 0 || !first) {
            digit(hundreds);
            words.add("trăm");
        }
        if (value % 100 != 0) tens(value / 10 % 10, value % 10, first && hundreds == 0);
        if (!unit.isEmpty()) words.add(unit);
    }

    private void tens(int tens, int ones, boolean first) {
        if (tens == 0) {
            if (!first) words.add(manner.and);
            digit(ones);
            return;
        }
        if (tens == 1) {
            words.add("mười");
        } else {
            digit(tens);
            words.add("mươi");
        }
        if (ones == 5) words.add("lăm");
        else if (ones == 1 && tens > 1) words.add("mốt");
        else if (ones == 4 && tens > 1) words.add("tư");
        else if (ones != 0) digit(ones);
    }

    private void digit(int digit) {
        words.add(DIGITS.get(digit));
    }
}
