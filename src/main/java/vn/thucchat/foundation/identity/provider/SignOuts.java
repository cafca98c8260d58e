package vn.thucchat.foundation.identity.provider;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.foundation.identity.access.SignedIn;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.clients.RedirectUris;

/** Reads requests of clients to sign a person out here too (OpenID Connect RP-Initiated Logout 1.0). */
@Service
public class SignOuts {

    private final Clients clients;
    private final IdTokens idTokens;
    private final SubjectIdentifiers subjects;

    SignOuts(Clients clients, IdTokens idTokens, SubjectIdentifiers subjects) {
        this.clients = clients;
        this.idTokens = idTokens;
        this.subjects = subjects;
    }

    /**
     * A request that can be followed.
     *
     * @param client who asks, or null where nobody said
     * @param hint a token of ours, however old, or null
     * @param address where to send the person then, or null
     */
    public record SignOut(
            @Nullable Client client,
            IdTokens.@Nullable Hint hint,
            @Nullable String address) {}

    /** Reads a request; empty when its token is not ours, or its address was not registered by the client. */
    public Optional<SignOut> read(RequestQuery query) {
        if (query.anySentTwice()) return Optional.empty();
        String token = query.text("id_token_hint");
        IdTokens.Hint hint = idTokens.read(token).orElse(null);
        String named = query.text("client_id");
        if (hint == null && !token.isEmpty()) return Optional.empty();
        if (hint != null && !named.isEmpty() && !named.equals(hint.clientId())) return Optional.empty();
        Client client = clients.active(hint == null ? named : hint.clientId()).orElse(null);
        String address = query.text("post_logout_redirect_uri");
        if (address.isEmpty()) return Optional.of(new SignOut(client, hint, null));
        if (client == null || !RedirectUris.match(client.terms().logoutUris(), address)) return Optional.empty();
        var answer = new AuthorizationRequest.AnswerTo(address, query.text("state"));
        boolean bare = query.text("state").isEmpty();
        return Optional.of(new SignOut(client, hint, bare ? address : answer.with(RequestQuery.of(Map.of()))));
    }

    /** Whether the token was given in this very session: then nobody needs to be asked. */
    public boolean ofSession(SignOut asked, SignedIn person) {
        return asked.client() != null
                && asked.hint() != null
                && Objects.equals(asked.hint().session(), subjects.session(asked.client(), person.session()));
    }
}
