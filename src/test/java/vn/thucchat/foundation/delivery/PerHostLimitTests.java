package vn.thucchat.foundation.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class PerHostLimitTests {

    @Test
    void a_host_is_crowded_as_long_as_it_holds_as_many_as_it_may() {
        var hosts = new PerHostLimit(2);
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
}
