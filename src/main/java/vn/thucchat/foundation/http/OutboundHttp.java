package vn.thucchat.foundation.http;

import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;

/**
 * Makes clients for requests to addresses that others gave. A client connects to allowed addresses only, to the very
 * ones that were checked; TLS verifies the name of the URL; redirects are not followed, nothing is repeated, no
 * connection is used twice, no proxy is asked; an exchange ends by its deadline and an answer is at most {@link
 * #MAX_BODY_BYTES} long. Failures are {@link OutboundException}s.
 */
@Component
public class OutboundHttp {

    /**
     * Addresses of the public Internet. Spring's filter knows IANA's special-purpose addresses; of IPv6 only what is
     * assigned to networks (2000::/3) is added, without documentation (RFC 9637); 168.63.129.16 is where a virtual
     * machine on Azure finds its host.
     */
    public static final InetAddressFilter INTERNET = InetAddressFilter.externalAddresses()
            .and(InetAddressFilter.of("0.0.0.0/1", "128.0.0.0/1", "2000::/3"))
            .andNot("3fff::/20", "168.63.129.16");

    public static final int MAX_BODY_BYTES = 65_536;

    private static final int MAX_CONNECTIONS = 10_000;
    private static final int MAX_LINE_BYTES = 8_192;
    private static final int MAX_HEADERS = 50;

    private final NameLookup names;
    private final SSLContext tls;

    @Autowired
    OutboundHttp() throws NoSuchAlgorithmException {
        this(InetAddress::getAllByName, SSLContext.getDefault());
    }

    /** @param tls whose certificates are trusted */
    OutboundHttp(NameLookup.Resolver names, SSLContext tls) {
        this.names = new NameLookup(names);
        this.tls = tls;
    }

    /**
     * Makes a client, to be kept for as long as it is needed.
     *
     * @param allowed addresses that it may connect to; a name with any other address is refused
     * @param deadline of a whole exchange, from the look-up of the name to the last byte of the body
     */
    public RestClient client(InetAddressFilter allowed, Duration deadline) {
        return client(allowed, deadline, MAX_BODY_BYTES);
    }

    /**
     * As {@link #client(InetAddressFilter, Duration)}, for what is known to be longer.
     *
     * @param maxBodyBytes of an answer: lists of revoked certificates have megabytes
     */
    public RestClient client(InetAddressFilter allowed, Duration deadline, int maxBodyBytes) {
        return RestClient.builder()
                .requestFactory(new HttpComponentsClientHttpRequestFactory(httpClient(allowed, deadline)))
                .requestInterceptor(new TotalDeadline(deadline, maxBodyBytes))
                .build();
    }

    private CloseableHttpClient httpClient(InetAddressFilter allowed, Duration deadline) {
        var timeout = Timeout.of(deadline);
        var http1 = Http1Config.custom()
                .setMaxLineLength(MAX_LINE_BYTES)
                .setMaxHeaderCount(MAX_HEADERS)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(http1)
                        .build())
                .setDnsResolver(names.allowing(allowed))
                .setTlsSocketStrategy(
                        ClientTlsStrategyBuilder.create().setSslContext(tls).buildClassic())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setMaxConnTotal(MAX_CONNECTIONS)
                .setMaxConnPerRoute(MAX_CONNECTIONS)
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setConnectionReuseStrategy((_, _, _) -> false)
                .addExecInterceptorFirst("undrained", UndrainedEntity.HANDLER)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(timeout)
                        .setResponseTimeout(timeout)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setDefaultHeaders(List.of(new BasicHeader(HttpHeaders.CONNECTION, "close")))
                .setUserAgent("ThucChat")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }
}
