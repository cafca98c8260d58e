package vn.thucchat.foundation.identity.upstream;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Keeps what providers publish: the discovery document for an hour, keys as Nimbus does (five minutes, and anew when a
 * token names a key that is not known).
 */
@Component
class ProviderDocuments {

    private static final Duration HOLDS = Duration.ofHours(1);
    /** A provider that changes its keys twice is asked at most twice in this time. */
    private static final long KEY_INTERVAL_MS = 30_000;

    private final UpstreamHttp http;
    private final InstantSource clock;
    private final Map<UpstreamProvider, Kept> kept = new ConcurrentHashMap<>();

    private record Kept(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant at) {}

    ProviderDocuments(UpstreamHttp http, InstantSource clock) {
        this.http = http;
        this.clock = clock;
    }

    /** @throws UpstreamException DOWN when there is none that fits, and none was kept */
    OIDCProviderMetadata metadata(UpstreamProvider provider) throws UpstreamException {
        return current(provider).metadata();
    }

    JWKSource<SecurityContext> keys(UpstreamProvider provider) throws UpstreamException {
        return current(provider).keys();
    }

    private Kept current(UpstreamProvider provider) throws UpstreamException {
        Kept before = kept.get(provider);
        Instant now = clock.instant();
        if (before != null && now.isBefore(before.at().plus(HOLDS)) && !now.isBefore(before.at())) return before;
        try {
            Kept fresh = read(provider, now);
            kept.put(provider, fresh);
            return fresh;
        } catch (IOException | ParseException | URISyntaxException unreadable) {
            // an old document is better than nobody signed in
            if (before != null) return before;
            throw new UpstreamException(UpstreamFault.DOWN, "discovery: " + unreadable.getMessage());
        }
    }

    private Kept read(UpstreamProvider provider, Instant now) throws IOException, ParseException, URISyntaxException {
        var metadata = OIDCProviderMetadata.parse(
                http.get(provider, provider.metadata()).getContent());
        if (!metadata.getIssuer().getValue().equals(provider.issuer()))
            throw new ParseException("another issuer: " + metadata.getIssuer());
        if (metadata.getAuthorizationEndpointURI() == null
                || metadata.getTokenEndpointURI() == null
                || metadata.getJWKSetURI() == null) throw new ParseException("an endpoint is missing");
        return new Kept(metadata, keys(provider, metadata.getJWKSetURI()), now);
    }

    private JWKSource<SecurityContext> keys(UpstreamProvider provider, URI address) throws MalformedURLException {
        return JWKSourceBuilder.create(address.toURL(), (URL url) -> {
                    try {
                        return http.get(provider, url.toURI());
                    } catch (URISyntaxException impossible) {
                        throw new IOException(impossible);
                    }
                })
                .rateLimited(KEY_INTERVAL_MS)
                .outageTolerant(HOLDS.toMillis())
                .build();
    }
}
