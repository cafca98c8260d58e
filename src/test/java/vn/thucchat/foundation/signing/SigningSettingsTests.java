package vn.thucchat.foundation.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class SigningSettingsTests {

    private static void wrong(Map<String, String> environment, String... variables) {
        assertThat(SigningSettings.faults(environment))
                .extracting(SigningSettings.Fault::variable)
                .containsExactly(variables);
    }

    @Test
    void nothing_or_all_of_it_is_right() {
        wrong(Map.of());
        wrong(Map.of(
                "SIGNING_PKCS12", "/k.p12", "SIGNING_PKCS12_PASSWORD", "x", "SIGNING_TSA", "http://tsa.ca.gov.vn"));
        wrong(Map.of(
                "SIGNING_PKCS11",
                "/l.so",
                "SIGNING_PKCS11_PIN",
                "1",
                "SIGNING_TSA",
                "https://a/b",
                "SIGNING_PKCS11_SLOT",
                "3"));
    }

    @Test
    void half_of_it_is_wrong() {
        wrong(Map.of("SIGNING_PKCS12", "/k.p12"), "SIGNING_PKCS12_PASSWORD", "SIGNING_TSA");
        wrong(Map.of("SIGNING_PKCS11", "/l.so"), "SIGNING_PKCS11_PIN", "SIGNING_TSA");
        wrong(Map.of("SIGNING_TSA", "http://tsa"), "SIGNING_TSA");
        wrong(
                Map.of(
                        "SIGNING_PKCS12",
                        "/k",
                        "SIGNING_PKCS11",
                        "/l",
                        "SIGNING_PKCS12_PASSWORD",
                        "x",
                        "SIGNING_PKCS11_PIN",
                        "1",
                        "SIGNING_TSA",
                        "ftp://tsa",
                        "SIGNING_PKCS11_SLOT",
                        "one"),
                "SIGNING_PKCS11",
                "SIGNING_TSA",
                "SIGNING_PKCS11_SLOT");
    }

    @Test
    void the_secret_is_in_no_log() {
        var settings = SigningSettings.read(
                Map.of("SIGNING_PKCS12", "/k.p12", "SIGNING_PKCS12_PASSWORD", "hush", "SIGNING_TSA", "http://tsa"));
        assertThat(settings.toString()).contains("/k.p12").doesNotContain("hush");
        assertThat(SigningSamples.PERSON.toString()).contains("Trần Thị Ký").doesNotContain("PrivateKey");
    }
}
