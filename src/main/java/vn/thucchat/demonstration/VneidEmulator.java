package vn.thucchat.demonstration;

import com.nimbusds.jose.JOSEException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.upstream.UpstreamProvider;
import vn.thucchat.foundation.identity.upstream.UpstreamSource;

/**
 * Imitates VNeID for the demonstration: a provider of OpenID Connect that knows invented citizens. Programs ask it over
 * HTTP on a port of this machine alone; people choose a citizen on a page of this site. Nothing of it is VNeID's: what
 * that calls its claims is not published.
 */
@Component
public class VneidEmulator implements UpstreamSource, DisposableBean {

    /** Of the provider in addresses here. */
    public static final String ID = "vneid-demo";
    /** Where people choose a citizen. */
    public static final String PAGE = "/demonstration/vneid";

    static final String ISSUER = "https://vneid.demonstration.invalid";

    private final DemonstrationSignIn newcomers;
    private final VneidCodes codes;
    private final JsonMapper json;
    private final InstantSource clock;
    private final String base;
    private @Nullable VneidServer server;

    VneidEmulator(
            DemonstrationSignIn newcomers,
            Seal seal,
            JsonMapper json,
            InstantSource clock,
            @Value("${thucchat.base-url}") String base) {
        this.newcomers = newcomers;
        this.codes = new VneidCodes(seal, json, clock);
        this.json = json;
        this.clock = clock;
        this.base = base;
    }

    /** None while the demonstration is off. */
    @Override
    public Optional<UpstreamProvider> provider() {
        return newcomers.on() ? Optional.of(provider(server().address())) : Optional.empty();
    }

    private UpstreamProvider provider(URI address) {
        return new UpstreamProvider(
                ID,
                "VNeID (giả lập)",
                ISSUER,
                address.resolve("/.well-known/openid-configuration"),
                VneidServer.CLIENT,
                VneidServer.SECRET,
                UpstreamProvider.ClaimNames.of(Map.of()),
                Map.of("1", 1, "2", 2),
                1,
                true);
    }

    /** Whether a request to sign in comes from this platform. */
    public boolean ours(String clientId, String redirectUri) {
        return clientId.equals(VneidServer.CLIENT) && redirectUri.equals(callback());
    }

    /** Where the browser goes after somebody has chosen a citizen: {@code lan}, and a level; or nobody: refused. */
    public String answer(VneidCodes.Request request, String subject, int level) {
        String query = VneidCitizen.find(subject)
                .map(citizen -> "?code=" + encoded(codes.make(request, citizen, level == 2 ? 2 : 1)))
                .orElse("?error=access_denied");
        return callback() + query + "&state=" + encoded(request.state()) + "&iss=" + encoded(ISSUER);
    }

    private String callback() {
        return base + "/upstream/" + ID + "/callback";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private synchronized VneidServer server() {
        if (server == null) {
            try {
                server = new VneidServer(codes, json, clock, base + PAGE);
            } catch (IOException | JOSEException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return server;
    }

    @Override
    public synchronized void destroy() {
        if (server != null) server.close();
    }
}
