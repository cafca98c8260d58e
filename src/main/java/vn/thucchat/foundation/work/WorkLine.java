package vn.thucchat.foundation.work;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One line of a work list, in the reader's language.
 *
 * @param what what tells the line from others of its kind, in words: the errand itself, or its unit where many units wait
 *     for the same
 * @param about the rest, such as the period
 * @param due the last day, or null when there is none
 * @param url where the next action is done
 * @param action what it is, in words
 * @param fields what is posted to the address to open it at once; empty where the address is only read
 */
public record WorkLine(
        String what, String about, @Nullable LocalDate due, String url, String action, Map<String, String> fields) {

    public static WorkLine of(String what, String about, @Nullable LocalDate due, String url, String action) {
        return new WorkLine(what, about, due, url, action, Map.of());
    }
}
