package vn.thucchat.foundation.vietnamese;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The result of reading a typed text or a cell: what it means, or why it means nothing that we take. */
public sealed interface Parsed<T> {

    record Value<T>(T meant) implements Parsed<T> {}

    /**
     * @param key of the message that says why, with the remedy
     * @param arguments of that message
     */
    record Refused<T>(String key, List<String> arguments) implements Parsed<T> {}

    static <T> Parsed<T> refused(String key, String... arguments) {
        return new Refused<>(key, List.of(arguments));
    }

    default Optional<T> value() {
        return this instanceof Value<T>(T meant) ? Optional.of(meant) : Optional.empty();
    }

    default @Nullable T orNull() {
        return value().orElse(null);
    }

    /** The same, or another refusal where what it means does not pass. */
    default Parsed<T> filter(Predicate<T> passes, String otherwise) {
        return this instanceof Value<T>(T meant) && !passes.test(meant) ? refused(otherwise) : this;
    }

    /** Text of somebody for a message, not too long. */
    static String quoted(String text) {
        return text.length() > 60 ? text.substring(0, 60) + "…" : text;
    }
}
