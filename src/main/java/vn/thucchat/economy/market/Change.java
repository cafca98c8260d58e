package vn.thucchat.economy.market;

import java.util.List;
import java.util.UUID;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.Parsed;

/** What became of a change that somebody asked for. */
public sealed interface Change {

    /** @param id of what was made or changed */
    record Done(UUID id) implements Change {}

    /** Nothing was changed. */
    record Wrong(List<Flaw> flaws) implements Change {}

    /** There is no such thing, or not where the actor may change it. */
    record OutOfReach() implements Change {}

    /** Somebody else changed it meanwhile. */
    record Stale() implements Change {}

    static Change wrong(String field, String key) {
        return new Wrong(List.of(new Flaw(field, key)));
    }

    /**
     * What is wrong with something that was typed.
     *
     * @param field the field's name
     * @param key of the message that says so
     * @param arguments of that message
     */
    record Flaw(String field, String key, List<String> arguments) {

        Flaw(String field, String key) {
            this(field, key, List.of());
        }

        /** For what was read and refused. */
        static Flaw of(String field, Parsed.Refused<?> refused) {
            return new Flaw(field, refused.key(), refused.arguments());
        }

        public String text(Texts t) {
            return t.of(key, arguments.toArray());
        }
    }
}
