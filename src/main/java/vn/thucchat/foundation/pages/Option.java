package vn.thucchat.foundation.pages;

import java.util.List;
import java.util.stream.Stream;

/** A choice of a select: what is sent and what the reader sees. */
public record Option(String value, String text) {

    /**
     * All values of an enum, sent by their names.
     *
     * @param start of the keys of their texts: {@code pillar.} of {@code pillar.ECONOMY}
     */
    public static List<Option> all(Texts t, String start, Enum<?>[] values) {
        return Stream.of(values)
                .map(value -> new Option(value.name(), t.of(start + value.name())))
                .toList();
    }

    /** The options after another one. */
    public static List<Option> after(Option first, List<Option> others) {
        return Stream.concat(Stream.of(first), others.stream()).toList();
    }
}
