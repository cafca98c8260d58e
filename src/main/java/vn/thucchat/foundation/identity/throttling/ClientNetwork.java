package vn.thucchat.foundation.identity.throttling;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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

    /**
     * The same network as people write it.
     *
     * @return {@code 192.0.2.7}, {@code 2001:db8:0:0::/64} or, of what is no address, nothing
     */
    public static String readable(String address) {
        try {
            var literal = InetAddress.ofLiteral(address);
            if (!(literal instanceof Inet6Address)) return literal.getHostAddress();
            var parts = ByteBuffer.wrap(literal.getAddress()).asShortBuffer();
            return IntStream.range(0, 4)
                    .mapToObj(part -> Integer.toHexString(Short.toUnsignedInt(parts.get(part))))
                    .collect(Collectors.joining(":", "", "::/64"));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
