package vn.thucchat.foundation.identity.accounts;

import java.security.SecureRandom;
import java.util.stream.Collectors;

/** Passwords that work once, to be read off paper and typed. */
final class OneTime {

    // no letter or digit that could be read as another
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final SecureRandom RANDOM = new SecureRandom();

    private OneTime() {}

    /** Sixteen letters and digits: 79 bits. */
    static String password() {
        return letters(16);
    }

    /** Twelve in groups of four, which a thumb types without losing its place: 59 bits, good for one sign-in. */
    static String grouped() {
        return letters(4) + "-" + letters(4) + "-" + letters(4);
    }

    private static String letters(int count) {
        return RANDOM.ints(count, 0, LETTERS.length())
                .mapToObj(i -> String.valueOf(LETTERS.charAt(i)))
                .collect(Collectors.joining());
    }
}
