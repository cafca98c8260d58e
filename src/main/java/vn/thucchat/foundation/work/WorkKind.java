package vn.thucchat.foundation.work;

import java.util.function.BiFunction;
import vn.thucchat.foundation.pages.Texts;

/**
 * Declares a kind of work. The room that opens items of it has a bean of this type; its message {@code work.kind.<code>}
 * names the kind.
 *
 * @param code module and noun: {@code indicators.report}
 * @param role whose holders may act
 * @param counted whether it counts in the share of work done on time
 * @param line words an item for a reader, and says where the next action is done
 */
public record WorkKind(String code, String role, boolean counted, BiFunction<Texts, WorkItem, WorkLine> line) {

    /** The message key of its name. */
    public String key() {
        return "work.kind." + code;
    }
}
