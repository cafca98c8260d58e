package vn.thucchat.foundation.identity.clients.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.PublicKeys;

/**
 * A client with what it may do.
 *
 * @param changeable whether the reader may change it
 * @param secret shown this once, or null
 * @param machine username of the account by which it calls our API, or empty
 */
public record ClientPage(
        Client client, boolean changeable, @Nullable String secret, String machine) {

    public String state() {
        return state(client);
    }

    /** The message key of how it proves who it is. */
    public String kind() {
        return kind(client);
    }

    static String kind(Client client) {
        if (client.security().fapi()) return "identity.client.fapi";
        if (client.security().keys()) return "identity.client.keyed";
        return client.confidential() ? "identity.client.confidential" : "identity.client.public";
    }

    /** The names of its registered keys. */
    public List<String> keys() {
        return PublicKeys.names(client.security().jwks());
    }

    public List<String> scopes() {
        return ClientScope.NAMES.stream()
                .filter(client.terms().scopes()::contains)
                .toList();
    }

    public List<String> grants() {
        return List.of(ClientGrant.values()).stream()
                .filter(client.terms()::may)
                .map(ClientGrant::key)
                .toList();
    }

    static String state(Client client) {
        if (client.registration().disabledAt() != null) return "identity.client.is-disabled";
        return client.registration().active() ? "identity.client.is-active" : "identity.client.is-waiting";
    }
}
