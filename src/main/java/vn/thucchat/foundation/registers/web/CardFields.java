package vn.thucchat.foundation.registers.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import vn.thucchat.foundation.registers.RegisterField;

/** Reads what the line of an identity card's QR code says besides the number: name, birthday, sex, address, day of issue. */
final class CardFields {

    private static final Pattern BETWEEN = Pattern.compile("\\|");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("ddMMuuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final List<RegisterField> PLACES = List.of(
            RegisterField.FULL_NAME,
            RegisterField.BIRTH_DATE,
            RegisterField.SEX,
            RegisterField.PERMANENT_ADDRESS,
            RegisterField.CARD_ISSUED_ON);

    private CardFields() {}

    /** Empty where it is no such line: {@code 019087000123|090123456|Nguyễn Văn An|02031987|Nam|Tổ 5|01062021}. */
    static List<Map.Entry<RegisterField, String>> read(String line) {
        String[] parts = BETWEEN.split(line.strip(), -1);
        var found = new ArrayList<Map.Entry<RegisterField, String>>();
        if (parts.length < PLACES.size() + 2) return found;
        for (int i = 0; i < PLACES.size(); i++) {
            RegisterField field = PLACES.get(i);
            String text = parts[i + 2].strip();
            boolean day = field == RegisterField.BIRTH_DATE || field == RegisterField.CARD_ISSUED_ON;
            if (!text.isEmpty()) found.add(Map.entry(field, day ? day(text) : text));
        }
        return found;
    }

    /** As it is written where it is no day, so that it is refused by name. */
    private static String day(String text) {
        try {
            return LocalDate.parse(text, DAY).toString();
        } catch (DateTimeException unreadable) {
            return text;
        }
    }
}
