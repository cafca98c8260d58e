package vn.thucchat.foundation.identity.consent.web;

import java.util.List;
import vn.thucchat.foundation.pages.Table;

/** Who looked at the reader's data. */
public record DataReadsPage(List<DataReadLine> lines, Table table) {

    public static final String PATH = "/id/looks";

    public static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("looks.by"),
            Table.Column.of("looks.at"),
            Table.Column.of("looks.record"),
            Table.Column.of("looks.for"),
            Table.Column.of("looks.objection"));
}
