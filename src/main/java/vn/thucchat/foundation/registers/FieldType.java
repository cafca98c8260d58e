package vn.thucchat.foundation.registers;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** What the values of a field look like, and how they are kept. */
enum FieldType {
    /** at most 300 characters on one line */
    TEXT,
    /** kept as {@code 1988-04-12} */
    DAY,
    /** {@code MALE} or {@code FEMALE}, also read as {@code Nam}, {@code Nữ} */
    SEX,
    /** code of a commune: {@code 05443} */
    COMMUNE,
    /** kept as {@code 0912345678} */
    PHONE,
    EMAIL;

    private static final int LONGEST = 300;
    private static final int LONGEST_EMAIL = 254;
    private static final Pattern BETWEEN = Pattern.compile("[\\s().-]");
    private static final Pattern VIETNAMESE_PHONE = Pattern.compile("0[2-9][0-9]{8,9}");
    private static final Pattern ADDRESS = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}");

    /** Reads what somebody typed or a sender sent; empty where it is no such value. */
    Optional<String> read(String typed) {
        String text = VietnameseText.kept(typed).replaceAll("\\p{Cntrl}", " ").strip();
        if (text.isEmpty() || text.length() > LONGEST) return Optional.empty();
        return switch (this) {
            case TEXT -> Optional.of(text);
            case DAY -> day(text);
            case SEX -> sex(text);
            case COMMUNE -> text.matches("[0-9]{5}") ? UnitCode.read(text).map(UnitCode::value) : Optional.empty();
            case PHONE -> phone(text);
            case EMAIL ->
                text.length() <= LONGEST_EMAIL && ADDRESS.matcher(text).matches()
                        ? Optional.of(text.toLowerCase(Locale.ROOT))
                        : Optional.empty();
        };
    }

    /** The message key of what is wrong with a text that is no such value. */
    String fault() {
        return "registers.fault." + this;
    }

    private static Optional<String> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text).toString());
        } catch (DateTimeException typedByHand) {
            return VietnameseDays.parse(text).value().map(LocalDate::toString);
        }
    }

    private static Optional<String> sex(String text) {
        return switch (VietnameseText.fold(text)) {
            case "nam", "male" -> Optional.of("MALE");
            case "nu", "female" -> Optional.of("FEMALE");
            default -> Optional.empty();
        };
    }

    private static Optional<String> phone(String text) {
        String digits = BETWEEN.matcher(text).replaceAll("").replaceFirst("^\\+84", "0");
        return VIETNAMESE_PHONE.matcher(digits).matches() ? Optional.of(digits) : Optional.empty();
    }
}
