package vn.thucchat.foundation.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.thucchat.foundation.http.OutboundHttp;
import vn.thucchat.foundation.identity.clients.Client;
import vn.thucchat.foundation.identity.clients.PublicKeys;

/**
 * Reads the public keys of clients: those that were registered, or those that the client publishes at its address. The
 * latter are kept for five minutes, and asked for again when no key of them verifies a text, so that keys may change; by one
 * request at a time and at most once in half a minute, so that nobody makes this provider ask without end. While the address
 * does not answer, the keys that it had are good for an hour.
 */
@Component
class ClientKeySets {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration KEPT_UNANSWERED = Duration.ofHours(1);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 1_000;

    /**
     * Keys of one address.
     *
     * @param at when it last answered
     * @param triedAt when it was last asked
     */
    private record Fetched(String uri, List<JWK> keys, Instant at, Instant triedAt) {

        List<JWK> good(Instant now) {
            return now.isBefore(at.plus(KEPT_UNANSWERED)) ? keys : List.of();
        }
    }

    private final RestClient http;
    private final InstantSource clock;
    private final Map<UUID, Fetched> fetched = new ConcurrentHashMap<>();
    /** Locks by client: one request at a time fetches a client's keys. A province has a few dozen clients. */
    private final Map<UUID, Lock> locks = new ConcurrentHashMap<>();

    @Autowired
    ClientKeySets(
            OutboundHttp http, @Value("${thucchat.webhooks.private-addresses}") boolean anywhere, InstantSource clock) {
        this(http.client(anywhere ? InetAddressFilter.all() : OutboundHttp.INTERNET, DEADLINE), clock);
    }

    ClientKeySets(RestClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** Whether a key of the client verifies the text; where none does, its address is asked anew. */
    boolean verify(Client client, SignedJWT text) {
        String kid = text.getHeader().getKeyID();
        if (verified(of(client, kid), text)) return true;
        return client.security().jwksUri() != null && verified(fit(published(client, kid, true), kid), text);
    }

    private static boolean verified(List<JWK> keys, SignedJWT text) {
        return keys.stream().anyMatch(key -> SignedTexts.verified(text, key));
    }

    /** @param kid the key that a text names, or null: then all are tried */
    List<JWK> of(Client client, @Nullable String kid) {
        String jwks = client.security().jwks();
        return fit(jwks != null ? read(jwks).orElse(List.of()) : published(client, kid, false), kid);
    }

    private static List<JWK> fit(List<JWK> keys, @Nullable String kid) {
        return keys.stream()
                .filter(PublicKeys::fit)
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key -> kid == null || key.getKeyID() == null || kid.equals(key.getKeyID()))
                .toList();
    }

    /** @param anew whether those that are kept are known to be too few */
    private List<JWK> published(Client client, @Nullable String kid, boolean anew) {
        String uri = client.security().jwksUri();
        if (uri == null) return List.of();
        Instant now = clock.instant();
        Fetched last = last(client, uri);
        if (last != null && !due(last, kid, anew, now)) return last.good(now);
        Lock lock = locks.computeIfAbsent(client.id(), _ -> new ReentrantLock());
        lock.lock();
        try {
            // whoever held it has asked meanwhile
            Fetched before = last(client, uri);
            if (before != null && !due(before, kid, anew, now)) return before.good(now);
            return ask(client, uri, before, now).good(now);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Fetched last(Client client, String uri) {
        Fetched last = fetched.get(client.id());
        return last != null && last.uri().equals(uri) ? last : null;
    }

    private static boolean due(Fetched last, @Nullable String kid, boolean anew, Instant now) {
        if (now.isBefore(last.triedAt().plus(AGAIN))) return false;
        boolean known = kid == null || last.keys().stream().anyMatch(key -> kid.equals(key.getKeyID()));
        return anew || !known || !now.isBefore(last.at().plus(KEPT));
    }

    private Fetched ask(Client client, String uri, @Nullable Fetched before, Instant now) {
        if (fetched.size() >= MOST_KEPT) fetched.clear();
        Fetched kept = before == null
                ? new Fetched(uri, List.of(), Instant.EPOCH, now)
                : new Fetched(uri, before.keys(), before.at(), now);
        Fetched next = fetch(uri).map(keys -> new Fetched(uri, keys, now, now)).orElse(kept);
        fetched.put(client.id(), next);
        return next;
    }

    /** Asks an address; empty when it does not answer, or not with keys. */
    private Optional<List<JWK>> fetch(String uri) {
        try {
            byte[] body = http.get().uri(URI.create(uri)).retrieve().body(byte[].class);
            return body == null ? Optional.empty() : read(new String(body, StandardCharsets.UTF_8));
        } catch (RestClientException | IllegalArgumentException silent) {
            return Optional.empty();
        }
    }

    private static Optional<List<JWK>> read(String jwks) {
        try {
            return Optional.of(JWKSet.parse(jwks).getKeys());
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }
}
