package vn.thucchat.economy.market.traders;

import java.util.Optional;

/**
 * A personal identification number: three digits for the place, one for century and sex, two for the year of birth and
 * six by chance (Decree 137/2015/NĐ-CP, article 13). It has no check digit.
 */
final class PersonalNumber {

    private PersonalNumber() {}

    /** Spaces and dots between the digits do not matter. */
    static Optional<String> read(String typed) {
        String number = typed.replaceAll("[\\s.-]", "");
        // nobody of the 22nd century is in trade yet
        return number.matches("[0-9]{3}[0-3][0-9]{8}") && !number.startsWith("000")
                ? Optional.of(number)
                : Optional.empty();
    }

    /** The first three and the last three digits. */
    static String masked(String number) {
        return number.substring(0, 3) + "••••••" + number.substring(number.length() - 3);
    }
}
