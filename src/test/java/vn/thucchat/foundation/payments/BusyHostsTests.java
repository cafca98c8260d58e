package vn.thucchat.foundation.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class BusyHostsTests {

    @Test
    void a_host_is_crowded_as_long_as_it_holds_as_many_as_it_may() {
        var hosts = new BusyHosts(2);
        hosts.enter("a.example");
        hosts.enter("b.example:8443");
        assertThat(hosts.crowded()).isEmpty();

        hosts.enter("a.example");
        hosts.enter("a.example");
        assertThat(hosts.crowded()).containsExactly("a.example");
        assertThat(hosts.leave("b.example:8443")).as("it was not crowded").isFalse();

        assertThat(hosts.leave("a.example")).isTrue();
        assertThat(hosts.crowded()).containsExactly("a.example");
        assertThat(hosts.leave("a.example")).isTrue();
        assertThat(hosts.crowded()).isEmpty();
        assertThat(hosts.leave("a.example")).isFalse();
    }

    @Test
    void a_host_is_named_with_its_port_as_the_address_has_it() {
        assertThat(BusyHosts.of("https://till.example/paid?a=/b")).isEqualTo("till.example");
        assertThat(BusyHosts.of("https://[2606:4700::1]:8443/")).isEqualTo("[2606:4700::1]:8443");
    }
}
