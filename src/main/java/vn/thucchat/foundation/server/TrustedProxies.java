package vn.thucchat.foundation.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Takes a request's address and scheme from {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, where the request
 * comes from a proxy that {@code TRUSTED_PROXIES} names (addresses or networks in CIDR notation: {@code 10.1.2.3,
 * 10.9.0.0/16, fd00::/8}). From anybody else these headers are what somebody typed, and are passed over; so is
 * {@code X-Forwarded-Host} from everybody. What is not an address ends the chain: nothing else becomes one.
 */
public final class TrustedProxies extends ValveBase {

    /** The most proxies in a row that are followed. */
    private static final int LONGEST_CHAIN = 10;

    private final List<Network> trusted;

    TrustedProxies(List<Network> trusted) {
        super(true);
        this.trusted = trusted;
    }

    @Configuration(proxyBeanMethods = false)
    static class Installed {
        @Bean
        WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(
                @Value("${thucchat.trusted-proxies:}") String named) {
            List<Network> trusted = networks(named);
            return factory -> {
                if (!trusted.isEmpty()) factory.addEngineValves(new TrustedProxies(trusted));
            };
        }
    }

    /** A network of addresses: those that begin with the same bits. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Network(byte[] address, int bits) {

        static Network parse(String text) {
            int slash = text.indexOf('/');
            byte[] address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash))
                    .getAddress();
            int bits = slash < 0 ? 8 * address.length : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > 8 * address.length) throw new IllegalArgumentException(text);
            return new Network(address, bits);
        }

        boolean contains(InetAddress other) {
            byte[] bytes = other.getAddress();
            if (bytes.length != address.length) return false;
            int whole = bits / 8;
            if (!Arrays.equals(bytes, 0, whole, address, 0, whole)) return false;
            int rest = bits % 8;
            return rest == 0 || ((bytes[whole] ^ address[whole]) & (0xff << (8 - rest)) & 0xff) == 0;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Network network && bits == network.bits && Arrays.equals(address, network.address);
        }

        @Override
        public int hashCode() {
            return 31 * Arrays.hashCode(address) + bits;
        }
    }

    /** Whether a text names addresses and networks that can be read. */
    public static boolean areReadable(String named) {
        try {
            networks(named);
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    static List<Network> networks(String named) {
        try {
            return Stream.of(named.split("[,\\s]+"))
                    .filter(text -> !text.isEmpty())
                    .map(Network::parse)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(
                    "TRUSTED_PROXIES phải là danh sách địa chỉ hoặc mạng, ví dụ 10.1.2.3,10.9.0.0/16: " + named
                            + " · TRUSTED_PROXIES must be a list of addresses or networks, such as 10.1.2.3,10.9.0.0/16",
                    e);
        }
    }

    /** The nearest address of a chain that is no proxy of ours: what stands before it is what somebody typed. */
    InetAddress client(InetAddress from, List<String> forwarded) {
        InetAddress client = from;
        for (int i = forwarded.size() - 1; i >= 0 && forwarded.size() - i <= LONGEST_CHAIN; i--) {
            if (!trusts(client)) break;
            Optional<InetAddress> before = literal(forwarded.get(i));
            if (before.isEmpty()) break;
            client = before.get();
        }
        return client;
    }

    private boolean trusts(InetAddress address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static Optional<InetAddress> literal(String text) {
        try {
            return Optional.of(InetAddress.ofLiteral(text.strip()));
        } catch (IllegalArgumentException notAnAddress) {
            return Optional.empty();
        }
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        Optional<InetAddress> from = literal(String.valueOf(request.getRemoteAddr()));
        if (from.isEmpty() || !trusts(from.get())) {
            getNext().invoke(request, response);
            return;
        }
        String address = request.getRemoteAddr();
        String host = request.getRemoteHost();
        boolean secure = request.isSecure();
        String scheme = request.getScheme();
        try {
            String client =
                    client(from.get(), headers(request, "X-Forwarded-For")).getHostAddress();
            request.setRemoteAddr(client);
            request.setRemoteHost(client);
            List<String> schemes = headers(request, "X-Forwarded-Proto");
            // said by the proxy that is nearest to us
            if (!schemes.isEmpty()) secure(request, schemes.getLast().strip().equalsIgnoreCase("https"));
            getNext().invoke(request, response);
        } finally {
            // the connection may carry somebody else's request next
            request.setRemoteAddr(address);
            request.setRemoteHost(host);
            request.setSecure(secure);
            request.getCoyoteRequest().scheme().setString(scheme);
        }
    }

    private static void secure(Request request, boolean secure) {
        request.setSecure(secure);
        request.getCoyoteRequest().scheme().setString(secure ? "https" : "http");
    }

    /** A header may stand several times; each holds a list. */
    private static List<String> headers(Request request, String name) {
        var values = new java.util.ArrayList<String>();
        var lines = request.getHeaders(name);
        while (lines.hasMoreElements())
            values.addAll(Arrays.asList(lines.nextElement().split(",")));
        return values;
    }
}
