package vn.thucchat.foundation.identity.breaches.web;

import java.time.Instant;
import java.util.List;
import vn.thucchat.foundation.identity.breaches.Breach;
import vn.thucchat.foundation.pages.Table;

/** The register. */
public record BreachesPage(List<Breach> breaches, Table table, Instant now) {

    static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("breaches.noticed"),
            Table.Column.of("breaches.affected"),
            Table.Column.of("breaches.clock"));
}
