package vn.thucchat.foundation.identity.duplicates.web;

import java.util.List;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.pages.Table;

/** Merges that wait for an administrator's decision. */
public record DuplicatesPage(List<PersonMerge> merges, Table table) {

    public static final List<Table.Column> COLUMNS =
            List.of(Table.Column.of("duplicates.what"), Table.Column.of("duplicates.since"));
}
