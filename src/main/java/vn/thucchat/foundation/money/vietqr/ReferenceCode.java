package vn.thucchat.foundation.money.vietqr;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * The code that a payment's memo carries: {@code TC}, eight signs and a check sign. Its alphabet has no 0, O, 1 and I,
 * which people confuse; the check sign (Luhn modulo 32) finds every single wrong sign. Banks put words before it, change
 * its case and put spaces into it: {@link #in} finds it in whatever they leave.
 */
public final class ReferenceCode {

    public static final String ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    public static final String PREFIX = "TC";
    public static final int LENGTH = PREFIX.length() + 8 + 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private ReferenceCode() {}

    /** Another one, by chance: one of 10¹². */
    public static String next() {
        return of(RANDOM.nextLong());
    }

    /** The code of a number, of which 40 bits count. */
    public static String of(long number) {
        var code = new StringBuilder(PREFIX);
        for (int shift = 35; shift >= 0; shift -= 5) code.append(ALPHABET.charAt((int) (number >>> shift) & 31));
        return code.append(check(code)).toString();
    }

    public static boolean valid(String code) {
        return code.length() == LENGTH
                && code.startsWith(PREFIX)
                && code.chars().skip(PREFIX.length()).allMatch(sign -> ALPHABET.indexOf(sign) >= 0)
                && check(code.substring(0, LENGTH - 1)) == code.charAt(LENGTH - 1);
    }

    /** The sound codes in a memo, in their order. */
    public static List<String> in(String memo) {
        String signs = signs(memo);
        var found = new ArrayList<String>();
        for (int at = signs.indexOf(PREFIX); at >= 0; at = signs.indexOf(PREFIX, at + 1)) {
            if (at + LENGTH > signs.length()) break;
            String code = signs.substring(at, at + LENGTH);
            if (valid(code) && !found.contains(code)) found.add(code);
        }
        return found;
    }

    /** Letters without marks and digits, in capitals, nothing between them. */
    public static String signs(String memo) {
        var signs = new StringBuilder(memo.length());
        boolean plain = true;
        for (int i = 0; i < memo.length(); i++) {
            char c = memo.charAt(i);
            if ((c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')) signs.append(c);
            else if (c >= 'a' && c <= 'z') signs.append((char) (c - 32));
            else if (c > 127) plain = false;
        }
        // marks are rare: banks take them out
        return plain ? signs.toString() : signs(QrCode.memo(memo));
    }

    private static char check(CharSequence code) {
        int sum = 0;
        int factor = 2;
        for (int i = code.length() - 1; i >= PREFIX.length(); i--) {
            int product = factor * ALPHABET.indexOf(code.charAt(i));
            sum += product / 32 + product % 32;
            factor = 3 - factor;
        }
        return ALPHABET.charAt((32 - sum % 32) % 32);
    }
}
