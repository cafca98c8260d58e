package vn.thucchat.foundation.identity.reviews;

import java.time.LocalDate;

/**
 * Three months of a year.
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() + 2) / 3);
    }

    /** @param code {@code 2026Q4} */
    static Quarter read(String code) {
        return new Quarter(Integer.parseInt(code.substring(0, 4)), code.charAt(5) - '0');
    }

    public LocalDate firstDay() {
        return LocalDate.of(year, number * 3 - 2, 1);
    }

    public Quarter previous() {
        return of(firstDay().minusDays(1));
    }

    public String code() {
        return year + "Q" + number;
    }
}
