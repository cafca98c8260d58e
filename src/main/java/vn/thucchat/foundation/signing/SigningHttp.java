package vn.thucchat.foundation.signing;

import eu.europa.esig.dss.spi.client.http.DataLoader;
import eu.europa.esig.dss.spi.exception.DSSExternalResourceException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import vn.thucchat.foundation.http.OutboundHttp;

/**
 * Asks authorities on behalf of DSS by the house's outgoing HTTP: addresses that certificates name are anybody's, so they
 * are filtered and pinned, and answers are bounded in length and time.
 */
final class SigningHttp implements DataLoader {

    private static final Duration DEADLINE = Duration.ofSeconds(8);
    /** Of lists of revoked certificates of the country's authorities. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private final transient RestClient http;
    private final String contentType;

    SigningHttp(OutboundHttp http, InetAddressFilter allowed, String contentType) {
        this.http = http.client(allowed, DEADLINE, LARGEST);
        this.contentType = contentType;
    }

    @Override
    public byte[] get(String url) {
        return body(url, http.get().uri(address(url)));
    }

    @Override
    public DataAndUrl get(List<String> urls) {
        DSSExternalResourceException last = new DSSExternalResourceException("No address");
        for (String url : urls) {
            try {
                return new DataAndUrl(url, get(url));
            } catch (DSSExternalResourceException e) {
                last = e;
            }
        }
        throw last;
    }

    @Override
    public byte[] post(String url, byte[] content) {
        return body(
                url,
                http.post()
                        .uri(address(url))
                        .header(HttpHeaders.CONTENT_TYPE, contentType)
                        .body(content));
    }

    /** Sources of DSS say their type here; each has a loader of its own that knows it. */
    @Override
    public void setContentType(String ignored) {}

    private static URI address(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new DSSExternalResourceException("Not an address: " + url, e);
        }
    }

    private static byte[] body(String url, RestClient.RequestHeadersSpec<?> request) {
        try {
            byte[] body = request.retrieve().body(byte[].class);
            if (body == null) throw new DSSExternalResourceException("Nothing from " + url);
            return body;
        } catch (RestClientException | IllegalArgumentException e) {
            throw new DSSExternalResourceException("No answer from " + url, e);
        }
    }
}
