package vn.thucchat.government.dossiers.procedures;

import java.util.List;

/**
 * A question of a procedure's form.
 *
 * @param key under which its answer is kept, unique in the form: {@code ho_va_ten_tre}
 * @param label what is asked: {@code Họ và tên trẻ}
 * @param labelEn the same in English; may be empty
 * @param help what to write, or where it stands; may be empty
 * @param choices of {@link Kind#CHOICE}; empty for all others
 */
public record FormField(
        String key, String label, String labelEn, String help, Kind kind, boolean required, List<String> choices) {

    /** What an answer is. */
    public enum Kind {
        /** one line */
        TEXT,
        /** several lines */
        LONG_TEXT,
        /** a whole number, not below 0 */
        NUMBER,
        /** a day, {@code 2026-12-01} */
        DAY,
        /** one of some words */
        CHOICE,
        YES_NO,
        /** twelve digits */
        PERSON_NUMBER,
        PHONE,
        EMAIL
    }

    public FormField {
        choices = List.copyOf(choices);
        if (!key.matches("[a-z][a-z0-9_]{0,79}")) throw new IllegalArgumentException("No key of a question: " + key);
        if ((kind == Kind.CHOICE) == choices.isEmpty())
            throw new IllegalArgumentException("A choice, and nothing else, has words to choose from: " + key);
    }
}
