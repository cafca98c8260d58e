package vn.thucchat.foundation.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with one field of a form, in the reader's language.
 *
 * @param field the field's name, which the error summary links to; empty when it concerns the form as a whole
 */
public record Fault(String field, String message) {

    /** The first thing wrong with the field, or null. */
    public static @Nullable String of(List<Fault> faults, String field) {
        for (var fault : faults) if (fault.field().equals(field)) return fault.message();
        return null;
    }
}
