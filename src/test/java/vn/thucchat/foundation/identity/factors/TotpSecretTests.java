package vn.thucchat.foundation.identity.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpSecretTests {

    private static final TotpSecret SECRET = TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /** RFC 6238, appendix B, for SHA-1: the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long second, String code) {
        assertThat(SECRET.code(Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @Test
    void the_secret_is_written_in_base32_and_in_words_of_four() {
        assertThat(SECRET.base32()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(SECRET.words()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(SECRET.uri("lan.nguyen"))
                .isEqualTo("otpauth://totp/Th%E1%BB%B1c%20Ch%E1%BA%A5t:lan.nguyen"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Th%E1%BB%B1c%20Ch%E1%BA%A5t"
                        + "&algorithm=SHA1&digits=6&period=30");
        assertThat(SECRET.toString()).doesNotContain("GEZD");
    }

    @Test
    void a_clock_may_be_one_step_off_and_no_more() {
        Instant now = Instant.ofEpochSecond(1_000_000_020);
        for (int step = -1; step <= 1; step++)
            assertThat(SECRET.stepOf(SECRET.code(now.plusSeconds(30L * step)), now))
                    .hasValue(TotpSecret.step(now) + step);
        for (int step : new int[] {-2, 2})
            assertThat(SECRET.stepOf(SECRET.code(now.plusSeconds(30L * step)), now))
                    .isEmpty();
        assertThat(SECRET.stepOf("", now)).isEmpty();
        assertThat(SECRET.stepOf("①②③④⑤⑥", now)).isEmpty();
    }

    @Test
    void no_two_secrets_are_the_same() {
        assertThat(TotpSecret.fresh().base32()).isNotEqualTo(TotpSecret.fresh().base32());
    }
}
