package vn.thucchat.steering.indicators.web;

import java.text.Normalizer;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What somebody typed into a form, by field: cleaned, and given back as it is when the form has to be shown again. */
public record FormInput(Map<String, String> fields) {

    public FormInput {
        fields = Map.copyOf(fields);
    }

    /** Without edges, composed (NFC), without characters that cannot be typed; empty when it was not sent. */
    public String text(String field) {
        String typed = fields.getOrDefault(field, "").replace("\r\n", "\n");
        return Normalizer.normalize(typed.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""), Normalizer.Form.NFC)
                .strip();
    }

    Optional<UUID> id(String field) {
        try {
            return text(field).length() == 36 ? Optional.of(UUID.fromString(text(field))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The day as browsers send it: {@code 2022-08-08}. */
    Optional<LocalDate> day(String field) {
        try {
            LocalDate day = LocalDate.parse(text(field));
            return day.getYear() < 1945 || day.getYear() > 2199 ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    Optional<Integer> whole(String field) {
        return text(field).matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(text(field))) : Optional.empty();
    }

    <E extends Enum<E>> Optional<E> choice(String field, Class<E> of) {
        return Arrays.stream(of.getEnumConstants())
                .filter(each -> each.name().equals(text(field)))
                .findFirst();
    }
}
