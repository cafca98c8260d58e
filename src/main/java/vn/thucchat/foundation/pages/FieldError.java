package vn.thucchat.foundation.pages;

import java.util.List;
import vn.thucchat.foundation.vietnamese.Parsed;

/**
 * What is wrong with one field, before it is put into a language.
 *
 * @param field the field's name, such as {@code bin}; empty when it concerns the whole
 * @param key of the message that says what is wrong and what to do, such as {@code payments.banks.bin.fault}
 * @param arguments of that message
 */
public record FieldError(String field, String key, List<String> arguments) {

    public FieldError(String field, String key) {
        this(field, key, List.of());
    }

    /** What a field holds could not be read. */
    public FieldError(String field, Parsed.Refused<?> why) {
        this(field, why.key(), why.arguments());
    }

    public String text(Texts t) {
        return t.of(key, arguments.toArray());
    }
}
