package vn.thucchat.foundation.identity.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Texts;

/**
 * What is wrong with a form.
 *
 * @param field the id of the field to go to
 * @param key the message
 */
public record Mistake(String field, String key) {

    /** As the tags of forms take it. */
    public static List<Fault> faults(Texts t, @Nullable Mistake mistake) {
        return mistake == null ? List.of() : List.of(new Fault(mistake.field(), t.of(mistake.key())));
    }
}
