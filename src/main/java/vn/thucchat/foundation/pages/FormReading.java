package vn.thucchat.foundation.pages;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import vn.thucchat.foundation.vietnamese.UnreadableInput;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * Binds what was sent to a record: texts are cleaned, converted by Spring's conversion service with the formatters of
 * the house (days, numbers and đồng as people type them), and checked by Bean Validation, whose messages are keys of
 * message files:
 *
 * <pre>{@code
 * record BankForm(
 *         @Pattern(regexp = "[0-9]{6}", message = "payments.banks.bin.fault") String bin,
 *         @NotNull(message = "payments.banks.from.fault") LocalDate from) {}
 * }</pre>
 *
 * An empty text is {@code ""} for a {@code String} and null for all else. Every field is checked, whatever is wrong with
 * the others (Spring's own binder stops at the first that cannot be converted); of each field one fault is told.
 */
final class FormReading {

    /** Signs of one field; more is cut. Longer than any field of a record may be. */
    private static final int LONGEST = 10_000;

    private static final String MISMATCH = "form.mismatch";
    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);
    private static final TypeDescriptor TEXTS = TypeDescriptor.collection(List.class, TEXT);

    private final ConversionService conversion;
    private final Validator validator;

    FormReading(ConversionService conversion, Validator validator) {
        this.conversion = conversion;
        this.validator = validator;
    }

    <T> Form<T> read(Class<T> type, Map<String, String[]> sent, Texts t) {
        Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
        Parameter[] fields = constructor.getParameters();
        Set<String> multiline = Stream.of(fields)
                .filter(field -> field.isAnnotationPresent(Multiline.class))
                .map(Parameter::getName)
                .collect(Collectors.toSet());
        var typed = new HashMap<String, List<String>>();
        sent.forEach((field, texts) -> typed.put(
                field,
                Stream.of(texts)
                        .map(text -> cleaned(text, multiline.contains(field.split("\\.", 2)[0])))
                        .toList()));
        @Nullable Object[] values = new @Nullable Object[fields.length];
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].getName();
            try {
                values[i] = value(field, typed, new TypeDescriptor(new MethodParameter(constructor, i)));
                first(validator.validateValue(type, field, values[i])).ifPresent(errors::add);
            } catch (ConversionException unreadable) {
                errors.add(error(field, unreadable));
            }
        }
        T value = BeanUtils.instantiateClass(constructor, values);
        // what is wrong with the fields together
        if (errors.isEmpty()) first(validator.validate(value)).ifPresent(errors::add);
        List<String> order = Stream.of(fields).map(Parameter::getName).toList();
        return new Form<>(t, order, typed, value, List.of()).with(errors);
    }

    /** A list holds all that was sent of the field; a map what was sent of {@code field.key}, by the key. */
    private @Nullable Object value(String field, Map<String, List<String>> typed, TypeDescriptor type) {
        List<String> texts = typed.getOrDefault(field, List.of());
        if (type.isCollection()) return conversion.convert(texts, TEXTS, type);
        if (type.isMap()) return byKey(field + ".", typed);
        String text = texts.isEmpty() ? "" : texts.getFirst();
        return text.isEmpty() && type.getType() != String.class ? null : conversion.convert(text, TEXT, type);
    }

    private static Map<String, String> byKey(String start, Map<String, List<String>> typed) {
        return typed.entrySet().stream()
                .filter(sent -> sent.getKey().startsWith(start))
                .collect(Collectors.toMap(
                        sent -> sent.getKey().substring(start.length()),
                        sent -> sent.getValue().getFirst()));
    }

    private static Optional<FieldError> first(Iterable<? extends ConstraintViolation<?>> violations) {
        for (ConstraintViolation<?> violation : violations)
            return Optional.of(new FieldError(
                    violation.getPropertyPath().toString(), violation.getMessage(), arguments(violation)));
        return Optional.empty();
    }

    /** The most that is allowed, where the rule names one: {@code {0}} of its message. */
    private static List<String> arguments(ConstraintViolation<?> violation) {
        Object most = violation.getConstraintDescriptor().getAttributes().get("max");
        return most == null ? List.of() : List.of(most.toString());
    }

    private static FieldError error(String field, ConversionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof UnreadableInput unreadable)
                return new FieldError(field, unreadable.key(), unreadable.arguments());
        return new FieldError(field, MISMATCH);
    }

    /** Composed (NFC), without blanks around it; blanks for control characters, or line breaks alone of them. */
    static String cleaned(String text, boolean multiline) {
        String kept = VietnameseText.kept(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
        return (multiline
                        ? kept.replace('\t', ' ').replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                        : kept.replaceAll("\\p{Cntrl}", " "))
                .strip();
    }
}
