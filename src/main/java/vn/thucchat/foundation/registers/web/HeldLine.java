package vn.thucchat.foundation.registers.web;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.FieldValue;
import vn.thucchat.foundation.registers.HeldField;
import vn.thucchat.foundation.registers.RegisterField;

/**
 * What is held of one field, in the reader's words.
 *
 * @param look who looked at it last, or null
 */
public record HeldLine(
        RegisterField field,
        @Nullable Said current,
        List<Said> others,
        List<Said> unused,
        @Nullable String look) {

    /**
     * What a source said.
     *
     * @param from the origin in words with its name: {@code cơ sở dữ liệu quốc gia, VNeID}
     */
    public record Said(String value, String from, FieldValue of) {

        static Said of(FieldValue value, Texts t, UnaryOperator<String> communes) {
            return new Said(
                    value.field().shown(t, value.value(), communes),
                    value.source().shown(t),
                    value);
        }
    }

    /** The last look at several fields where it was one look at all of them, to be told once; else null. */
    public static @Nullable String commonLook(List<HeldLine> lines) {
        String first = lines.isEmpty() ? null : lines.getFirst().look();
        return lines.size() > 1 && lines.stream().allMatch(line -> Objects.equals(first, line.look())) ? first : null;
    }

    static HeldLine of(HeldField held, Texts t, UnaryOperator<String> communes, @Nullable String look) {
        FieldValue current = held.current();
        return new HeldLine(
                held.field(),
                current == null ? null : Said.of(current, t, communes),
                held.others().stream().map(value -> Said.of(value, t, communes)).toList(),
                held.unused().stream().map(value -> Said.of(value, t, communes)).toList(),
                look);
    }
}
