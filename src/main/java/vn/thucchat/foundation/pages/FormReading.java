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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionException;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;

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
    private static final int LONGEST = 300;

    private static final String MISMATCH = "form.mismatch";
    private static final TypeDescriptor TEXT = TypeDescriptor.valueOf(String.class);

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
        Constructor<T> constructor = BeanUtils.getResolvableConstructor(type);
        Parameter[] fields = constructor.getParameters();
        @Nullable Object[] values = new @Nullable Object[fields.length];
        var errors = new ArrayList<FieldError>();
        for (int i = 0; i < fields.length; i++) {
            String field = fields[i].getName();
            try {
                values[i] =
                        value(typed.getOrDefault(field, ""), new TypeDescriptor(new MethodParameter(constructor, i)));
                first(validator.validateValue(type, field, values[i])).ifPresent(errors::add);
            } catch (ConversionException unreadable) {
                errors.add(error(field, unreadable));
            }
        }
        @Nullable T value = null;
        if (errors.isEmpty()) {
            value = BeanUtils.instantiateClass(constructor, values);
            // what is wrong with the fields together
            first(validator.validate(value)).ifPresent(errors::add);
        }
        return new Form<>(t, typed, value, List.of()).with(errors);
    }

    private @Nullable Object value(String text, TypeDescriptor type) {
        return text.isEmpty() && type.getType() != String.class ? null : conversion.convert(text, TEXT, type);
    }

    private static Optional<FieldError> first(Iterable<? extends ConstraintViolation<?>> violations) {
        for (ConstraintViolation<?> violation : violations)
            return Optional.of(new FieldError(violation.getPropertyPath().toString(), violation.getMessage()));
        return Optional.empty();
    }

    private static FieldError error(String field, ConversionException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof UnreadableInput unreadable) return unreadable.at(field);
        return new FieldError(field, MISMATCH);
    }

    /** One line: composed (NFC), blanks for control characters, no blanks around it. */
    static String cleaned(String text) {
        String cut = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return VietnameseText.kept(cut).replaceAll("\\p{Cntrl}", " ").strip();
    }
}
