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

    /** The part of a list in memory that begins at a place, which is a number of items. */
    public static <T> Slice<T> part(List<T> all, Cursor cursor, int size) {
        int from = Math.clamp(cursor.number(0, 0), 0, all.size());
        int end = Math.min(all.size(), from + size);
        return new Slice<>(all.subList(from, end), end < all.size() ? Cursor.of(end) : null);
    }

    /** The same part with each item made into another. */
    public <R> Slice<R> map(Function<? super T, ? extends R> change) {
        return new Slice<>(items.stream().<R>map(change).toList(), nextCursor);
    }

    /** The address of the next part; null at the end. */
    public @Nullable String next(String path) {
        return nextCursor == null ? null : path + nextCursor;
    }
}
