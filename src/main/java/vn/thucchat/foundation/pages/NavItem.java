package vn.thucchat.foundation.pages;

import java.util.Arrays;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Describes one link that a room adds to the main navigation or to the home page.
 *
 * @param order place among the links of all rooms, the lowest first; two of one order stand as their paths sort
 * @param path where it leads: {@code /markets}
 * @param under another beginning of the paths that it is marked as current on, or null: {@code /money}
 * @param key the message that it reads; on the home page {@code key + ".text"} says what is behind it
 * @param shown whether a reader is shown it
 */
public record NavItem(int order, String path, @Nullable String under, String key, Predicate<PageContext> shown) {

    /** Shown to whoever holds one of the roles in any unit. */
    public static NavItem forRoles(int order, String path, String key, String... roles) {
        return new NavItem(
                order, path, null, key, reader -> Arrays.stream(roles).anyMatch(reader::has));
    }

    /** Shown to strangers and to all who work here; not to those who are only served. */
    public static NavItem forAll(int order, String path, String key) {
        return new NavItem(order, path, null, key, reader -> !reader.onlyServed());
    }

    public NavItem under(String beginning) {
        return new NavItem(order, path, beginning, key, shown);
    }
}
