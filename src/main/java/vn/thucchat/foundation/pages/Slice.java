package vn.thucchat.foundation.pages;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in the one shape that every list of pages and of the API has.
 *
 * @param nextCursor gives the next part when passed as {@code cursor}; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {

    /**
     * Cuts what was found to a part.
     *
     * @param found one more than {@code size}, if there are as many
     * @param cursor of the last that is shown
     */
    public static <T> Slice<T> of(List<T> found, int size, Function<T, String> cursor) {
        if (found.size() <= size) return new Slice<>(found, null);
        List<T> shown = List.copyOf(found.subList(0, size));
        return new Slice<>(shown, cursor.apply(shown.getLast()));
    }

    /** The address of the next part; null at the end. */
    public @Nullable String next(String path) {
        return nextCursor == null ? null : path + nextCursor;
    }
}
