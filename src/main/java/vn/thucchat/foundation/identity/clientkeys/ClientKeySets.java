package vn.thucchat.foundation.identity.clientkeys;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
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
 * latter are kept for five minutes, and asked for again when a text names a key that is not among them, at most once in
 * half a minute, so that keys may change and nobody makes this provider ask without end.
 */
@Component
class ClientKeySets {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final Duration AGAIN = Duration.ofSeconds(30);
    private static final Duration DEADLINE = Duration.ofSeconds(5);
    private static final int MOST_KEPT = 1_000;

    /** Keys of one address, as of one moment; none where it did not answer. */
    private record Fetched(String uri, List<JWK> keys, Instant at) {}

    private final RestClient http;
    private final InstantSource clock;
    private final Map<UUID, Fetched> fetched = new ConcurrentHashMap<>();

    @Autowired
    ClientKeySets(
            OutboundHttp http, @Value("${thucchat.webhooks.private-addresses}") boolean anywhere, InstantSource clock) {
        this(http.client(anywhere ? InetAddressFilter.all() : OutboundHttp.INTERNET, DEADLINE), clock);
    }

    ClientKeySets(RestClient http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** @param kid the key that a text names, or null: then all are tried */
    List<JWK> of(Client client, @Nullable String kid) {
        String jwks = client.security().jwks();
        List<JWK> keys = jwks != null ? read(jwks) : published(client, kid);
        return keys.stream()
                .filter(PublicKeys::fit)
                .filter(key -> key.getKeyUse() == null || key.getKeyUse().equals(KeyUse.SIGNATURE))
                .filter(key -> kid == null || key.getKeyID() == null || kid.equals(key.getKeyID()))
                .toList();
    }

    private List<JWK> published(Client client, @Nullable String kid) {
        String uri = client.security().jwksUri();
        if (uri == null) return List.of();
        Instant now = clock.instant();
        Fetched last = fetched.get(client.id());
        if (last != null && last.uri().equals(uri) && now.isBefore(last.at().plus(KEPT))) {
            boolean known = kid == null || last.keys().stream().anyMatch(key -> kid.equals(key.getKeyID()));
            if (known || now.isBefore(last.at().plus(AGAIN))) return last.keys();
        }
        if (fetched.size() >= MOST_KEPT) fetched.clear();
        Fetched next = new Fetched(uri, fetch(uri), now);
        fetched.put(client.id(), next);
        return next.keys();
    }

    private List<JWK> fetch(String uri) {
        try {
            byte[] body = http.get().uri(URI.create(uri)).retrieve().body(byte[].class);
            return body == null ? List.of() : read(new String(body, StandardCharsets.UTF_8));
        } catch (RestClientException | IllegalArgumentException silent) {
            return List.of();
        }
    }

    private static List<JWK> read(String jwks) {
        try {
            return JWKSet.parse(jwks).getKeys();
        } catch (ParseException unreadable) {
            return List.of();
        }
    }
}
