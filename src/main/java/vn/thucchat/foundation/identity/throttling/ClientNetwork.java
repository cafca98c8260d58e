package vn.thucchat.foundation.identity.throttling;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Names the network that a request comes from: what strangers are counted by. */
public final class ClientNetwork {

    private ClientNetwork() {}

    /**
     * An IPv6 subscriber has 2^64 addresses: what counts is the network.
     *
     * @param address as the server tells it
     * @return {@code net:192.0.2.7}, {@code net:20010db800000000} or, of what is no address, {@code net:unknown}
     */
    public static String of(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            if (literal instanceof Inet6Address)
                return "net:" + HexFormat.of().formatHex(Arrays.copyOf(literal.getAddress(), 8));
            return "net:" + literal.getHostAddress();
        } catch (IllegalArgumentException e) {
            return "net:unknown";
        }
    }
}
