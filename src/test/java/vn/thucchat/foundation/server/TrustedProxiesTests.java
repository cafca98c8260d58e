package vn.thucchat.foundation.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrustedProxiesTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            # trusted                 | from         | X-Forwarded-For                        | who asks
                                      | 10.1.2.3     | 198.51.100.7                           | 10.1.2.3
            10.1.2.3                  | 10.1.2.3     | 198.51.100.7                           | 198.51.100.7
            10.1.2.3                  | 10.1.2.4     | 198.51.100.7                           | 10.1.2.4
            10.1.0.0/16               | 10.1.2.3     | 198.51.100.7, 10.20.30.40              | 10.20.30.40
            10.0.0.0/8                | 10.1.2.3     | 198.51.100.7, 10.20.30.40              | 198.51.100.7
            10.0.0.0/8                | 10.1.2.3     | 203.0.113.1, 198.51.100.7, 10.20.30.40 | 198.51.100.7
            10.0.0.0/8                | 10.1.2.3     | 203.0.113.1, =1+1 <b>127.0.0.1         | 10.1.2.3
            10.0.0.0/8                | 10.1.2.3     | unknown                                | 10.1.2.3
            10.0.0.0/8                | 127.0.0.1    | 198.51.100.7                           | 127.0.0.1
            10.0.0.128/25             | 10.0.0.127   | 198.51.100.7                           | 10.0.0.127
            10.0.0.128/25             | 10.0.0.129   | 198.51.100.7                           | 198.51.100.7
            fd00::/8, 192.168.7.7     | fd12::1      | 2001:db8::5                            | 2001:db8:0:0:0:0:0:5
            0.0.0.0/0                 | 203.0.113.9  | 198.51.100.7                           | 198.51.100.7
            """)
    void only_named_proxies_say_who_asks(String trusted, String from, String forwarded, String client) {
        var proxies = new TrustedProxies(TrustedProxies.networks(trusted == null ? "" : trusted));
        assertThat(proxies.client(InetAddress.ofLiteral(from), List.of(forwarded.split(",")))
                        .getHostAddress())
                .isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"proxy.example", "10.0.0.0/33", "10.0.0/8/8", "10.0.0.0/-1", "10.0.0.0/x"})
    void what_is_no_address_or_network_is_said_at_start(String named) {
        assertThatThrownBy(() -> TrustedProxies.networks(named)).hasMessageContaining("TRUSTED_PROXIES");
    }

    @Test
    void nobody_is_trusted_unless_named() {
        assertThat(TrustedProxies.networks(" ")).isEmpty();
        assertThat(TrustedProxies.networks("10.0.0.1, 10.0.0.2\n10.0.0.3")).hasSize(3);
    }
}
