package vn.thucchat.foundation.identity.clients.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.pages.Multiline;

/**
 * A new client as a person types it.
 *
 * @param kind name of a {@link Kind}
 * @param redirectUris one a line
 * @param jwks public keys of its own (JWK set), or empty
 * @param jwksUri where it publishes them instead, or empty
 * @param backchannelUri where it is told that somebody signed out, or empty
 * @param machine username of the account by which it calls our API in its own name, or empty
 * @param withoutPkce whether it sends no PKCE (RFC 7636)
 * @param device whether programs without a browser of their own are the client, too (RFC 8628)
 * @param comparable whether it knows people by the same name as other systems
 */
record ClientForm(
        String name,
        String clientId,
        String kind,
        @Multiline String redirectUris,
        @Multiline String logoutUris,
        List<String> scopes,
        @Multiline String jwks,
        String jwksUri,
        String backchannelUri,
        String machine,
        boolean comparable,
        boolean device,
        boolean withoutPkce) {

    /** What kinds of program there are. */
    enum Kind {
        /** a site with a server that keeps a secret */
        SITE,
        /** one that reads personal data: FAPI 2.0 Security Profile */
        FAPI,
        /** a program on people's own machines, or one that runs in the browser */
        APP,
        /** one that acts in its own name */
        MACHINE;

        boolean confidential() {
            return this != APP;
        }

        boolean people() {
            return this != MACHINE;
        }
    }

    /** The kind that was chosen; a site where nobody could have chosen what was sent. */
    Kind chosen() {
        for (Kind one : Kind.values()) if (one.name().equals(kind)) return one;
        return Kind.SITE;
    }

    /** @param account of the name that was typed, or null */
    Clients.Draft draft(@Nullable UUID account) {
        return new Clients.Draft(clientId, name, chosen().confidential(), security(), terms(), calls(account));
    }

    Client.Security security() {
        return new Client.Security(
                chosen() == Kind.FAPI,
                !withoutPkce,
                jwks.isBlank() ? null : jwks.strip(),
                jwksUri.isBlank() ? null : jwksUri.strip());
    }

    private Client.Calls calls(@Nullable UUID account) {
        String logoutUri = logoutUri();
        return new Client.Calls(logoutUri, logoutUri != null, account);
    }

    @Nullable
    String logoutUri() {
        return backchannelUri.isBlank() ? null : backchannelUri.strip();
    }

    Client.Terms terms() {
        return new Client.Terms(
                lines(redirectUris),
                lines(logoutUris),
                Set.copyOf(scopes.stream().filter(ClientScope.NAMES::contains).toList()),
                grants(),
                !comparable);
    }

    private Set<String> grants() {
        if (!chosen().people()) return Set.of(ClientGrant.CLIENT_CREDENTIALS.name());
        var grants = new TreeSet<>(Set.of(ClientGrant.REFRESH_TOKEN.name()));
        if (device) grants.add(ClientGrant.DEVICE_CODE.name());
        // with a device alone nobody is sent anywhere
        if (!device || !redirectUris.isBlank()) grants.add(ClientGrant.AUTHORIZATION_CODE.name());
        return grants;
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }
}
