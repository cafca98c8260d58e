package vn.thucchat.foundation.identity.provider;

import java.net.URI;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.clients.Client;

/**
 * What clients call a person ({@code sub}): the account's id, or for most clients a name that only those of one host
 * have, so that no two systems can find out that they mean the same person (OpenID Connect Core 1.0, section 8.1).
 */
@Component
record SubjectIdentifiers(Seal seal) {

    String of(Client client, UUID account) {
        return client.terms().pairwise()
                ? seal.mark(sector(client) + " " + account, "pairwise subject")
                : account.toString();
    }

    /** The session as one client calls it ({@code sid}). */
    String session(Client client, UUID session) {
        return seal.mark(client.id() + " " + session, "session of a client");
    }

    /** Programs on people's own machines have no host of their own. */
    private static String sector(Client client) {
        var addresses = client.terms().redirectUris();
        String first = addresses.isEmpty() ? "" : addresses.getFirst();
        return first.startsWith("https:") ? URI.create(first).getHost() : client.clientId();
    }
}
