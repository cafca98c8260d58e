package vn.thucchat.foundation.delivery.web;

import java.util.List;
import vn.thucchat.foundation.delivery.HandOver;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Table;

/** Entries of the ledger of hand-overs in one state. */
public record HandOversPage(List<HandOver> entries, Table table, List<Option> states, List<Option> channels) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("delivery.poison.message"),
            Table.Column.of("delivery.hand-over.due"),
            Table.Column.of("delivery.hand-over.delivered"),
            Table.Column.of("delivery.hand-over.seen"));
}
