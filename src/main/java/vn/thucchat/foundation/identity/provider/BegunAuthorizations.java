package vn.thucchat.foundation.identity.provider;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.provider.AuthorizationStore.Place;
import vn.thucchat.foundation.identity.sessions.OpenSessions;

/** Begins what clients are allowed: with a code for them, for a device that fetches it, or in their own name. */
@Component
record BegunAuthorizations(AuthorizationStore store, OpenSessions sessions, InstantSource clock) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * Begins one with a code for the client.
     *
     * @param challenge that the verifier of the code answers, or null
     */
    String code(
            Client client,
            Set<String> scopes,
            Authorization.Person person,
            @Nullable String challenge,
            String redirectUri,
            @Nullable String jkt) {
        byte[] secret = new byte[32];
        RANDOM.nextBytes(secret);
        var code = new Authorization.Code(Sha256.hex(secret), challenge, redirectUri, null);
        Instant endsAt = clock.instant().plus(Authorizations.CODE_LASTS);
        UUID id = begin(client, scopes, person, code, jkt, endsAt, null).id();
        return RefreshTokens.code(id, secret);
    }

    /**
     * Begins one that a device fetches.
     *
     * @param endsAt until when it has to
     * @param network where the device is
     */
    UUID fetched(Client client, Set<String> scopes, Authorization.Person person, Instant endsAt, String network) {
        return begin(client, scopes, person, null, null, endsAt, network).id();
    }

    /** Begins one in which the client acts in its own name. */
    Authorization own(Client client, Set<String> scopes) {
        Instant now = clock.instant();
        return begin(client, scopes, Authorization.Person.none(now), null, null, now.plus(AccessTokens.LASTS), "");
    }

    private Authorization begin(
            Client client,
            Set<String> scopes,
            Authorization.Person person,
            Authorization.@Nullable Code code,
            @Nullable String jkt,
            Instant endsAt,
            @Nullable String device) {
        // random: whoever has the id of another authorization knows nothing of this one
        var begun = new Authorization(
                UUID.randomUUID(), client.id(), scopes, person, code, jkt, Authorization.Refreshing.NONE, endsAt, null);
        store.insert(begun, device == null ? place(person) : place("", device), clock.instant());
        return begun;
    }

    /** That of the session in which the person allows it. */
    private Place place(Authorization.Person person) {
        return Optional.ofNullable(person.session())
                .flatMap(session -> sessions.place(person.account(), session))
                .map(open -> place(open.browser(), open.network()))
                .orElseGet(() -> place("", ""));
    }

    private Place place(String browser, String network) {
        return new Place(Ids.next(clock), browser, network);
    }
}
