package vn.thucchat.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What waits for one person, the most overdue first.
 *
 * @param items what the person is to do, in order
 * @param more how many further ones are not shown
 * @param watched what is behind plan in the unit that the person leads
 * @param doors where else the person's roles lead
 */
public record WorkPage(String name, List<Item> items, int more, FrontPage.@Nullable Place watched, List<Door> doors) {

    /**
     * @param what the thing itself, in words
     * @param about the unit, the period: what tells it from others
     * @param due the last day, or null when there is none
     * @param overdue days past it; 0 or less while there is time
     * @param url where the next action is done, {@code action} what it is
     * @param fields what is posted there to open it at once; empty where the address is only read
     */
    public record Item(
            String what,
            String about,
            @Nullable LocalDate due,
            long overdue,
            String url,
            Map<String, String> fields,
            String action) {}

    /** @param title a message key, and {@code title + ".text"} another */
    public record Door(String url, String title) {}

    public long late() {
        return items.stream().filter(item -> item.overdue() > 0).count();
    }
}
