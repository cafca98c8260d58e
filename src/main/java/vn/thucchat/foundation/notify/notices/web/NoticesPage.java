package vn.thucchat.foundation.notify.notices.web;

import java.util.List;
import vn.thucchat.foundation.notify.notices.ChannelHealth;
import vn.thucchat.foundation.notify.notices.Notice;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/** Notices in one state, and how the channels do. */
public record NoticesPage(List<Notice> notices, List<ChannelHealth> health, Table table, List<Option> states) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("notice.kind"),
            Table.Column.of("notice.medium"),
            Table.Column.of("notice.created"),
            Table.Column.of("notice.ended"));
}
