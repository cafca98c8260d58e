package vn.thucchat.steering.indicators.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import vn.thucchat.foundation.pages.VietnameseText;
import vn.thucchat.foundation.papers.VietnameseDays;

/** What somebody typed into a form, by field: cleaned, and given back as it is when the form has to be shown again. */
public record FormInput(Map<String, String> fields) {

    public FormInput {
        fields = Map.copyOf(fields);
    }

    /** Without edges, composed (NFC), without characters that cannot be typed; empty when it was not sent. */
    public String text(String field) {
        String typed = fields.getOrDefault(field, "").replace("\r\n", "\n");
        return VietnameseText.kept(typed.replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""))
                .strip();
    }

    Optional<UUID> id(String field) {
        try {
            return text(field).length() == 36 ? Optional.of(UUID.fromString(text(field))) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<LocalDate> day(String field) {
        return VietnameseDays.parse(text(field)).value().filter(day -> day.getYear() >= 1945);
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
