package vn.thucchat.foundation.identity.clients.web;

import java.util.List;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.pages.Table;

/** Registered clients. */
public record ClientsPage(List<Client> clients, Table table) {

    public static final List<Table.Column> COLUMNS = List.of(
            Table.Column.of("identity.client.name"),
            Table.Column.of("identity.client.state"),
            Table.Column.of("identity.client.kind"));

    /** The key of what state a client is in. */
    public String state(Client client) {
        return ClientPage.state(client);
    }

    /** The key of how a client proves who it is. */
    public String kind(Client client) {
        return ClientPage.kind(client);
    }
}
