package vn.thucchat.government.dossiers.procedures.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.vietnamese.NameSearchKey;
import vn.thucchat.government.dossiers.procedures.FormField;
import vn.thucchat.government.dossiers.procedures.FormField.Kind;

/**
 * A question of a form as a line: {@code Họ và tên trẻ | chữ | bắt buộc | như trong giấy chứng sinh | Child's name}; of a
 * choice the second part has the words: {@code Giới tính | chọn: Nam; Nữ | bắt buộc}.
 */
final class FormLine {

    private static final Pattern CHOICES = Pattern.compile(";");
    private static final String CHOICE = "chọn:";
    private static final String REQUIRED = "bắt buộc";
    private static final Map<Kind, String> WORDS = new EnumMap<>(Map.of(
            Kind.TEXT, "chữ",
            Kind.LONG_TEXT, "đoạn văn",
            Kind.NUMBER, "số",
            Kind.DAY, "ngày",
            Kind.YES_NO, "có/không",
            Kind.PERSON_NUMBER, "số định danh",
            Kind.PHONE, "điện thoại",
            Kind.EMAIL, "thư điện tử"));

    private FormLine() {}

    /** Null where the line cannot be read. */
    static @Nullable FormField read(String[] parts) {
        String label = parts[0].strip();
        String key = key(label);
        if (parts.length < 2 || parts.length > 5 || key.isEmpty()) return null;
        String what = parts[1].strip();
        List<String> choices = what.toLowerCase(java.util.Locale.ROOT).startsWith(CHOICE)
                ? choices(what.substring(CHOICE.length()))
                : List.of();
        Kind kind = choices.size() > 1 ? Kind.CHOICE : kind(what);
        String needed = parts.length > 2 ? parts[2].strip() : "";
        boolean required = NameSearchKey.of(needed).equals(NameSearchKey.of(REQUIRED));
        if (kind == null || (!needed.isEmpty() && !required)) return null;
        return new FormField(
                key,
                label,
                parts.length > 4 ? parts[4].strip() : "",
                parts.length > 3 ? parts[3].strip() : "",
                kind,
                required,
                kind == Kind.CHOICE ? choices : List.of());
    }

    static String write(FormField field) {
        String what = field.kind() == Kind.CHOICE
                ? CHOICE + " " + String.join("; ", field.choices())
                : WORDS.getOrDefault(field.kind(), "");
        var parts = new ArrayList<>(
                List.of(field.label(), what, field.required() ? REQUIRED : "", field.help(), field.labelEn()));
        while (parts.getLast().isEmpty()) parts.removeLast();
        return String.join(" | ", parts);
    }

    private static List<String> choices(String words) {
        List<String> choices = new ArrayList<>();
        for (String word : CHOICES.split(words, -1)) if (!word.isBlank()) choices.add(word.strip());
        return choices;
    }

    private static @Nullable Kind kind(String word) {
        String sought = NameSearchKey.of(word);
        for (Map.Entry<Kind, String> one : WORDS.entrySet())
            if (NameSearchKey.of(one.getValue()).equals(sought)) return one.getKey();
        return null;
    }

    private static String key(String label) {
        String key = NameSearchKey.of(label).replace(' ', '_');
        if (!key.isEmpty() && Character.isDigit(key.charAt(0))) key = "q%s".formatted(key);
        return key.length() > 80 ? key.substring(0, 80) : key;
    }
}
