package vn.thucchat.foundation.delivery.web;

import java.util.List;
import vn.thucchat.foundation.delivery.PoisonList;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The poison list; its rows can be chosen by those who may have messages tried again. */
public record PoisonListPage(List<PoisonList.Entry> entries, Table table, List<Option> channels) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("delivery.poison.message"),
            Table.Column.by(PoisonList.Order.SINCE, "delivery.poison.since"),
            Table.Column.by(PoisonList.Order.ATTEMPTS, "delivery.poison.attempts")
                    .numbers(),
            Table.Column.of("delivery.poison.fault"));

    /** Name of a channel; its code where nobody names it. */
    public static String channel(Texts t, String channel) {
        return Channels.name(t, channel);
    }
}
