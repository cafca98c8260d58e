package vn.thucchat.foundation.identity.factors;

import com.webauthn4j.data.client.Origin;
import java.net.URI;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Knows the site as browsers name it to passkeys (WebAuthn Level 3, "relying party"): the domain that keys are made for
 * and the origin of its pages. Browsers offer passkeys on https and on this machine ({@code localhost}) alone, and never
 * at an address of digits.
 */
@Component
public final class RelyingParty {

    private static final String LOCAL = "localhost";

    private final Origin origin;
    private final String id;
    private final boolean usable;
    private final boolean chosen;

    /**
     * @param named {@code RP_ID}: {@code thainguyen.gov.vn}, the domain above that of {@code BASE_URL}, or the one before a
     *     move; empty for the host of {@code BASE_URL}
     */
    @Autowired
    public RelyingParty(@Value("${thucchat.base-url}") String baseUrl, @Value("${thucchat.rp-id:}") String named) {
        URI site = URI.create(baseUrl.strip());
        String host = site.getHost() == null ? "" : site.getHost().toLowerCase(Locale.ROOT);
        boolean secure = "https".equalsIgnoreCase(site.getScheme()) || host.equals(LOCAL);
        this.origin = new Origin(site.getScheme() + "://" + site.getAuthority());
        this.chosen = !named.isBlank();
        this.id = chosen ? named.strip().toLowerCase(Locale.ROOT) : host;
        this.usable = secure && !isAddress(host) && covers(id, host);
    }

    /** The domain that keys are made for: {@code so.thainguyen.gov.vn}. */
    public String id() {
        return id;
    }

    /** Whether browsers offer passkeys on these pages; not by plain http, nor at an IP address. */
    public boolean usable() {
        return usable;
    }

    /** Whether whoever runs the platform named the domain. */
    boolean chosen() {
        return chosen;
    }

    /** Whether a page of this origin is ours; on this machine at any port, because passkeys know none there. */
    boolean owns(Origin other) {
        return origin.equals(other) || (local(origin) && local(other));
    }

    private static boolean local(Origin origin) {
        return LOCAL.equals(origin.getHost()) && "http".equals(origin.getScheme());
    }

    private static boolean covers(String domain, String host) {
        return host.equals(domain) || host.endsWith("." + domain);
    }

    private static boolean isAddress(String host) {
        return host.isEmpty() || host.startsWith("[") || host.matches("[0-9.]+");
    }
}
