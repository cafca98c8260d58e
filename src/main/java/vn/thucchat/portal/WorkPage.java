package vn.thucchat.portal;

import java.util.List;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.work.WorkList;

/**
 * What waits for one person, the most overdue first.
 *
 * @param work the first page of what the person is to do
 * @param doors where else the person's roles lead
 */
public record WorkPage(String name, WorkList.Page work, List<Door> doors) {

    /** The table of what waits; the pages behind the first are those of the whole list. */
    public Table table() {
        return work.table(Cursor.START);
    }

    /** @param title a message key, and {@code title + ".text"} another */
    public record Door(String url, String title) {}
}
