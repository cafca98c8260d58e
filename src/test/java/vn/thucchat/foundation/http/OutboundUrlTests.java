package vn.thucchat.foundation.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which URLs people may type. */
@NullMarked
class OutboundUrlTests {

    @ParameterizedTest
    @CsvSource({
        "https://till.example/paid, https://till.example/paid",
        "HTTPS://Till.Example, https://till.example/",
        "https://till.example:443/a?b=c%20d, https://till.example/a?b=c%20d",
        "https://till.example:8443/, https://till.example:8443/",
        "https://[2606:4700::1]/, https://[2606:4700::1]/",
        "https://till.example/bán, https://till.example/b%C3%A1n"
    })
    void an_address_is_kept_in_its_usual_form(String typed, String kept) {
        assertThat(OutboundUrl.read(typed, false)).contains(URI.create(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "till.example",
                "http://till.example/",
                "ftp://till.example/",
                "https://",
                "https:///paid",
                "https://me:secret@till.example/",
                "https://till.example/#top",
                "https://till.example:22/",
                "https://till.example:80/",
                "https://till.example:1024/",
                "https://till.example:70000/",
                "https://till.example/a b",
                "https://till.example/\r\nX: y",
                "https://till_example/",
                "javascript:alert(1)"
            })
    void what_nothing_can_be_sent_to_is_refused(String typed) {
        assertThat(OutboundUrl.read(typed, false)).isEmpty();
        assertThat(OutboundUrl.read("https://till.example/" + "x".repeat(500), false))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f.0.0.1",
                "10.0.0.5",
                "192.168.1.1",
                "169.254.169.254",
                "[::1]",
                "[::ffff:127.0.0.1]",
                "[fd00::1]",
                "localhost",
                "till.localhost",
                "intranet"
            })
    void what_cannot_be_public_is_refused_when_it_is_typed(String host) {
        assertThat(OutboundUrl.read("https://" + host + "/paid", false)).isEmpty();
    }
}
