package vn.thucchat.foundation.identity.requests.web;

import java.util.List;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.pages.Table;

/** Requests that wait for an answer. */
public record DeskPage(List<DataRequest> requests, Table table) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("requests.kind"), Table.Column.of("requests.made"), Table.Column.of("requests.state"));
}
