package vn.thucchat.foundation.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in the one shape that every list of the API has.
 *
 * @param nextCursor gives the next part when passed as {@code cursor}; null at the end
 */
public record Slice<T>(List<T> items, @Nullable String nextCursor) {}
