package vn.thucchat.foundation.notify.announcements.web;

import java.util.List;
import vn.thucchat.foundation.notify.announcements.Announcement;
import vn.thucchat.foundation.notify.announcements.AnnouncementResults;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.notices.NoticeTotals;
import vn.thucchat.foundation.pages.Table;

/** Messages of an announcement by one channel that stand alike. */
public record AnnouncementMessagesPage(
        Announcement announcement,
        Medium medium,
        AnnouncementResults.DeliveryStatus standing,
        List<NoticeTotals.Line> lines,
        Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("announcement.message-id"),
            Table.Column.of("notice.state"),
            Table.Column.of("notice.ended"));
}
