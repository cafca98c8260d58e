package vn.thucchat.economy.market;

import java.util.List;
import java.util.UUID;

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
     */
    record Flaw(String field, String key) {}
}
