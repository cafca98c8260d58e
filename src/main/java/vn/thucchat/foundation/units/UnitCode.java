package vn.thucchat.foundation.units;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The code of a unit: {@code VN}, a province of two digits, a district of three, a commune of five (General
 * Statistics Office), or an agency identifier such as {@code H55.12} (Decision 20/2020/QĐ-TTg, at most 35 characters).
 */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {

    private static final Pattern FORM = Pattern.compile("[0-9A-Z]+(\\.[0-9A-Z]+)*");
    public static final UnitCode NATION = new UnitCode("VN");

    public UnitCode {
        if (value.length() > 35 || !FORM.matcher(value).matches())
            throw new IllegalArgumentException("Not a unit code: " + value);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The code that a person or another system wrote, when it is one. */
    public static Optional<UnitCode> read(String text) {
        return text.length() <= 35 && FORM.matcher(text).matches() ? Optional.of(new UnitCode(text)) : Optional.empty();
    }
}
