package vn.thucchat.foundation.identity.devicecodes;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * What a device shows and a person types elsewhere: eight consonants, which make up no word (RFC 8628, section 6.1), shown as
 * {@code XDJB-MJHT}. One in 17,000,000,000 is right; there are few at a time, and nobody tries many.
 */
record UserCode(String letters) {

    // no W: a Vietnamese keyboard makes Ư of it
    private static final String ALPHABET = "BCDFGHJKLMNPQRSTVXZ";
    private static final int LENGTH = 8;
    private static final int LONGEST = 40;
    private static final SecureRandom RANDOM = new SecureRandom();

    static UserCode fresh() {
        var letters = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) letters.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        return new UserCode(letters.toString());
    }

    /** Reads what was typed: {@code xdjb mjht}, {@code XDJB–MJHT}; empty when it is no code. */
    static Optional<UserCode> read(String typed) {
        if (typed.length() > LONGEST) return Optional.empty();
        // two D become one letter on a Vietnamese keyboard
        String letters = typed.toUpperCase(Locale.ROOT).replace("Đ", "DD").replaceAll("[^\\p{L}\\p{N}]", "");
        boolean fits = letters.length() == LENGTH && letters.chars().allMatch(one -> ALPHABET.indexOf(one) >= 0);
        return fits ? Optional.of(new UserCode(letters)) : Optional.empty();
    }

    /** As it is shown: {@code XDJB-MJHT}. */
    String shown() {
        return letters.substring(0, LENGTH / 2) + "-" + letters.substring(LENGTH / 2);
    }
}
