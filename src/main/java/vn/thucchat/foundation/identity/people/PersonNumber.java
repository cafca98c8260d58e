package vn.thucchat.foundation.identity.people;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A personal identification number (số định danh cá nhân): 12 digits without a check digit, for example {@code
 * 019087000123}. Digits 1–3 name where the birth was registered, the fourth sex and century, 5–6 the year of birth. Or the
 * number of an old card (chứng minh nhân dân): 9 digits that say nothing, for example {@code 090123456}.
 *
 * @param digits all twelve or nine
 */
public record PersonNumber(String digits) {

    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}(?:[0-9]{3})?");
    private static final Pattern BETWEEN = Pattern.compile("[\\s.-]");
    private static final int SHOWN = 3;
    private static final int PERSONAL = 12;
    private static final int FIRST_CENTURY = 1900;

    public PersonNumber {
        if (!SHAPE.matcher(digits).matches()) throw new IllegalArgumentException("Neither twelve digits nor nine");
    }

    /** Reads what was typed, with or without spaces, dots and hyphens; empty where it is no such number. */
    public static Optional<PersonNumber> read(String typed) {
        if (typed.length() > 40) return Optional.empty();
        String digits = BETWEEN.matcher(typed).replaceAll("");
        return SHAPE.matcher(digits).matches() ? Optional.of(new PersonNumber(digits)) : Optional.empty();
    }

    /** Whether it is a personal number, and not that of an old card. */
    public boolean personal() {
        return digits.length() == PERSONAL;
    }

    /** Year of birth that a personal number carries: {@code 1987}. */
    int year() {
        int century = Character.digit(digits.charAt(3), 10) / 2;
        return FIRST_CENTURY + 100 * century + Integer.parseInt(digits, 4, 6, 10);
    }

    /**
     * Whether number and birthday name the same year. A soft check: numbers of people whose birthday was corrected later
     * keep the old year. An old card's number fits any.
     */
    boolean fits(LocalDate born) {
        return !personal() || born.getYear() == year();
    }

    /** What pages show: {@code 019••••••123}, {@code 090•••456}. */
    public String masked() {
        return digits.substring(0, SHOWN)
                + "•".repeat(digits.length() - 2 * SHOWN)
                + digits.substring(digits.length() - SHOWN);
    }

    /** Masked too: a number must not get into a log by being part of something that is. */
    @Override
    public String toString() {
        return masked();
    }
}
