package vn.thucchat.foundation.identity.provider;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.ClientGrant;
import vn.thucchat.foundation.identity.clients.ClientScope;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.clients.Issuer;
import vn.thucchat.foundation.identity.clients.RedirectUris;

/**
 * Reads what clients ask for, and finds what is wrong with it (OpenID Connect Core 1.0, section 3.1.2.2; RFC 9700). Nobody
 * is sent to an address that the client did not register: then the person is told instead.
 */
@Component
public class AuthorizationRequests {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Set<String> PROMPTS = Set.of("none", "login", "consent", "select_account");
    private static final int LONGEST_NONCE = 500;

    private final Clients clients;
    private final IdTokens idTokens;
    private final PushedRequests pushed;
    private final Issuer issuer;

    AuthorizationRequests(Clients clients, IdTokens idTokens, PushedRequests pushed, Issuer issuer) {
        this.clients = clients;
        this.idTokens = idTokens;
        this.pushed = pushed;
        this.issuer = issuer;
    }

    /** What became of a request that was sent. */
    public sealed interface Reading {

        /** Nothing is wrong. */
        record Valid(AuthorizationRequest request) implements Reading {}

        /** The client is told at this address of its own. */
        record Faulty(String address) implements Reading {}

        /**
         * Nobody knows where to send the person.
         *
         * @param key of the message that the person is told
         */
        record Unsafe(String key) implements Reading {}
    }

    /** Reads a request, sent with the person or pushed before. */
    public Reading read(RequestQuery sent) {
        Client client = sent.sentTwice("client_id")
                ? null
                : clients.active(sent.text("client_id"))
                        .filter(one -> one.terms().may(ClientGrant.AUTHORIZATION_CODE))
                        .orElse(null);
        if (client == null) return new Reading.Unsafe("identity.provider.unknown-client");
        String name = sent.text("request_uri");
        if (!name.startsWith(PushedRequests.PREFIX)) {
            String key = sent.text("dpop_jkt");
            return read(client, sent, null, key.isEmpty() ? null : key, sent);
        }
        PushedRequests.Pushed found =
                sent.sentTwice("request_uri") ? null : pushed.open(client, name).orElse(null);
        if (found == null) return new Reading.Unsafe("identity.provider.request-over");
        return read(client, found.query(), name, found.jkt(), sent);
    }

    /** @param query what the client asks for; of what was sent with the person nothing else counts */
    private Reading read(
            Client client, RequestQuery query, @Nullable String name, @Nullable String jkt, RequestQuery sent) {
        String redirectUri = query.text("redirect_uri");
        if (query.sentTwice("redirect_uri")
                || !RedirectUris.match(client.terms().redirectUris(), redirectUri))
            return new Reading.Unsafe("identity.provider.unknown-address");
        var answerTo =
                new AuthorizationRequest.AnswerTo(redirectUri, query.sentTwice("state") ? "" : query.text("state"));
        IdTokens.Hint hint = idTokens.read(query.text("id_token_hint")).orElse(null);
        Optional<String> fault =
                client.security().fapi() && name == null ? Optional.of("invalid_request") : fault(client, query, hint);
        return fault.<Reading>map(error -> new Reading.Faulty(error(answerTo, error)))
                .orElseGet(() -> new Reading.Valid(new AuthorizationRequest(
                        client,
                        answerTo,
                        scopes(client, query),
                        query.text("code_challenge"),
                        query.text("nonce"),
                        new AuthorizationRequest.Wishes(
                                Set.copyOf(query.words("prompt")),
                                maxAge(query),
                                level(query),
                                hint,
                                claims(query).subjects(),
                                claims(query).idTokenClaims()),
                        name,
                        jkt,
                        sent)));
    }

    /** What is wrong with a request that a client pushes. */
    Optional<String> faultOfPushed(Client client, RequestQuery query) {
        boolean leads = client.terms().may(ClientGrant.AUTHORIZATION_CODE);
        if (!leads) return Optional.of("unauthorized_client");
        if (!query.text("request_uri").isEmpty()
                || !RedirectUris.match(client.terms().redirectUris(), query.text("redirect_uri")))
            return Optional.of("invalid_request");
        return fault(client, query, idTokens.read(query.text("id_token_hint")).orElse(null));
    }

    /** The address by which a client is told of an error. */
    public String error(AuthorizationRequest.AnswerTo answerTo, String error) {
        return answerTo.with(RequestQuery.of(Map.of()).with("error", error).with("iss", issuer.name()));
    }

    /** The address by which a client gets its code, with who gave it (RFC 9207). */
    public String success(AuthorizationRequest.AnswerTo answerTo, String code) {
        return answerTo.with(RequestQuery.of(Map.of()).with("code", code).with("iss", issuer.name()));
    }

    private static Optional<String> fault(Client client, RequestQuery query, IdTokens.@Nullable Hint hint) {
        if (query.anySentTwice()) return Optional.of("invalid_request");
        if (!query.text("request").isEmpty()) return Optional.of("request_not_supported");
        if (!query.text("request_uri").isEmpty()) return Optional.of("request_uri_not_supported");
        if (!query.text("registration").isEmpty()) return Optional.of("registration_not_supported");
        String type = query.text("response_type");
        if (!type.isEmpty() && !type.equals("code")) return Optional.of("unsupported_response_type");
        if (scopes(client, query.words("scope")).isEmpty()) return Optional.of("invalid_scope");
        boolean understood = type.equals("code")
                && Set.of("", "query").contains(query.text("response_mode"))
                && challengeFits(client, query)
                && query.text("nonce").length() <= LONGEST_NONCE
                && promptsFit(query.words("prompt"))
                && ClaimsRequest.read(query.text("claims")).isPresent()
                && query.text("dpop_jkt").matches("([A-Za-z0-9_-]{43})?")
                && query.text("max_age").matches("[0-9]{0,9}")
                && provable(query)
                && (query.text("id_token_hint").isEmpty() || hint != null);
        return understood ? Optional.empty() : Optional.of("invalid_request");
    }

    /**
     * The scopes that a client asks for, without those that there are not (OpenID Connect Core 1.0, section 3.1.2.1); empty when
     * none is left, or the client was not registered for one.
     */
    static Optional<Set<String>> scopes(Client client, Collection<String> words) {
        Set<String> known =
                words.stream().filter(ClientScope.NAMES::contains).collect(Collectors.toCollection(LinkedHashSet::new));
        boolean fit = !known.isEmpty() && client.terms().scopes().containsAll(known);
        return fit ? Optional.of(known) : Optional.empty();
    }

    /** PKCE from everybody; who was registered without need not send it, and is held to it where it does (RFC 9700, section 2.1.1). */
    private static boolean challengeFits(Client client, RequestQuery query) {
        String challenge = query.text("code_challenge");
        String method = query.text("code_challenge_method");
        if (challenge.isEmpty() && method.isEmpty()) return !client.security().pkce();
        return CHALLENGE.matcher(challenge).matches() && method.equals("S256");
    }

    /** A fresh proof is bound to its request: one that nothing tells apart from the next would be answered by the next, too. */
    private static boolean provable(RequestQuery query) {
        boolean fresh = query.words("prompt").contains("login")
                || !query.text("max_age").isEmpty();
        return !fresh
                || Stream.of("code_challenge", "state", "nonce")
                        .anyMatch(name -> !query.text(name).isEmpty());
    }

    private static boolean promptsFit(List<String> prompts) {
        return PROMPTS.containsAll(prompts) && (!prompts.contains("none") || new HashSet<>(prompts).size() == 1);
    }

    /** Those that were named, and those by which single claims are allowed, as far as the client may have them. */
    private static Set<String> scopes(Client client, RequestQuery query) {
        var scopes = new HashSet<>(scopes(client, query.words("scope")).orElse(Set.of()));
        claims(query).scopes().stream()
                .filter(client.terms().scopes()::contains)
                .forEach(scopes::add);
        return Set.copyOf(scopes);
    }

    /** What {@code claims} says goes before {@code acr_values}, which is a wish only. */
    private static WantedLevel level(RequestQuery query) {
        WantedLevel claimed = claims(query).level();
        return claimed.values().isEmpty() ? new WantedLevel(query.words("acr_values"), false) : claimed;
    }

    private static ClaimsRequest claims(RequestQuery query) {
        return ClaimsRequest.read(query.text("claims")).orElse(ClaimsRequest.NONE);
    }

    private static @Nullable Long maxAge(RequestQuery query) {
        String text = query.text("max_age");
        return text.isEmpty() ? null : Long.valueOf(text);
    }
}
