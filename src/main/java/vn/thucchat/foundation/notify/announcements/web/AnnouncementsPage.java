package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.pages.Table;

/**
 * Announcements of the reader's units.
 *
 * @param mayWrite whether the reader may write one somewhere
 */
public record AnnouncementsPage(List<Announcement> announcements, Table table, boolean mayWrite) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("announcement.title"),
            Table.Column.of("announcement.group"),
            Table.Column.of("announcement.state"));
}
