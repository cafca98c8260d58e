package vn.thucchat.foundation.pages;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.ResolvableType;
import org.springframework.core.convert.ConversionService;
import org.springframework.validation.DataBinder;
import org.springframework.validation.Validator;

/**
 * Binds what was sent to a record: texts are cleaned, converted by Spring's conversion service with the formatters of
 * the house (days, numbers and đồng as people type them), and checked by Bean Validation, whose messages are keys of
 * message files:
 *
 * <pre>{@code
 * record BankForm(
 *         @Pattern(regexp = "[0-9]{6}", message = "payments.banks.bin.fault")
 *         String bin,
 *         @NotNull(message = "payments.banks.from.fault") LocalDate from) {}
 * }</pre>
 *
 * An empty text is {@code ""} for a {@code String} and null for all else. All faults are found at once, the first of each field is told.
 */
final class FormReading {

    /** Signs of one field; more is cut. */
    private static final int LONGEST = 4000;

    private static final String MISMATCH = "form.mismatch";

    private final ConversionService conversion;
    private final Validator validator;

    FormReading(ConversionService conversion, Validator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    <T> Form<T> read(Class<T> type, Map<String, String[]> sent, Texts t) {
        var typed = new HashMap<String, String>();
        sent.forEach((field, texts) -> {
            if (texts.length > 0) typed.put(field, cleaned(texts[0]));
        });
        var binder = new DataBinder(null, "form");
        binder.setTargetType(ResolvableType.forClass(type));
        binder.setConversionService(conversion);
        binder.setValidator(validator);
        binder.construct(new Typed(typed));
        @Nullable Object target = binder.getTarget();
        if (target != null && !binder.getBindingResult().hasErrors()) binder.validate();
        List<Fault> faults = faults(type, binder, t);
        return new Form<>(t, typed, faults.isEmpty() ? type.cast(target) : null, faults);
    }

    private static List<Fault> faults(Class<?> type, DataBinder binder, Texts t) {
        List<String> order = Stream.of(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        var faults = new ArrayList<Fault>();
        var told = new HashSet<String>();
        binder.getBindingResult().getFieldErrors().stream()
                .sorted(Comparator.comparing(error -> order.indexOf(error.getField())))
                .forEach(error -> {
                    if (told.add(error.getField()))
                        faults.add(new Fault(error.getField(), error(error).text(t)));
                });
        binder.getBindingResult()
                .getGlobalErrors()
                .forEach(error -> faults.add(new Fault("", t.of(String.valueOf(error.getDefaultMessage())))));
        return faults;
    }

    private static FieldError error(org.springframework.validation.FieldError error) {
        if (!error.contains(TypeMismatchException.class))
            return new FieldError(error.getField(), String.valueOf(error.getDefaultMessage()));
        for (Throwable cause = error.unwrap(TypeMismatchException.class); cause != null; cause = cause.getCause())
            if (cause instanceof UnreadableInput unreadable) return unreadable.at(error.getField());
        return new FieldError(error.getField(), MISMATCH);
    }

    /** Composed, without control characters but line breaks, without blanks around it. */
    static String cleaned(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return VietnameseText.kept(cut.replace("\r\n", "\n").replaceAll("[\\p{Cntrl}&&[^\\n\\t]]", ""))
                .strip();
    }

    private record Typed(Map<String, String> fields) implements DataBinder.ValueResolver {

        @Override
        public @Nullable Object resolveValue(String name, Class<?> type) {
            String text = fields.getOrDefault(name, "");
            return text.isEmpty() && type != String.class ? null : text;
        }

        @Override
        public Set<String> getNames() {
            return fields.keySet();
        }
    }
}
