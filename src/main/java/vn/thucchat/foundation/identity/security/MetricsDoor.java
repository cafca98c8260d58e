package vn.thucchat.foundation.identity.security;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Opens the metrics to whoever watches the platform, because they tell how busy the house is: with {@code METRICS_TOKEN}
 * to the bearer of it (RFC 6750), without to programs on the same machine.
 */
@Component
class MetricsDoor {

    static final String PATH = "/actuator/prometheus";

    /** What a proxy adds: through one, everybody seems to be on the same machine. */
    private static final List<String> BY_PROXY = List.of("X-Forwarded-For", "Forwarded", "Via", "X-Real-IP");

    private final String token;

    MetricsDoor(@Value("${thucchat.metrics-token}") String token) {
        this.token = token;
    }

    boolean opens(HttpServletRequest request) {
        if (token.isEmpty())
            return local(request.getRemoteAddr())
                    && BY_PROXY.stream().allMatch(header -> request.getHeader(header) == null);
        @Nullable String sent = request.getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null
                && MessageDigest.isEqual(
                        sent.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean local(String address) {
        try {
            // an address is not looked up
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
