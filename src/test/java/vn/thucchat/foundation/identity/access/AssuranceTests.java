package vn.thucchat.foundation.identity.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class AssuranceTests {

    private static final Instant NOON = Instant.parse("2026-11-30T05:00:00Z");

    @Test
    void a_password_is_one_factor_and_a_code_the_second() {
        var password = Assurance.of(Factor.PASSWORD, NOON);
        assertThat(password.twoFactors()).isFalse();
        var both = password.with(Factor.CODE, NOON.plusSeconds(60));
        assertThat(both.twoFactors()).isTrue();
        assertThat(both.firstAt()).isEqualTo(NOON);
        assertThat(both.provenAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void the_same_proof_twice_is_one_factor_given_later() {
        var again = Assurance.of(Factor.PASSWORD, NOON).with(Factor.PASSWORD, NOON.plusSeconds(60));
        assertThat(again.twoFactors()).isFalse();
        assertThat(again.provenAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @Test
    void a_passkey_is_two_factors() {
        assertThat(Assurance.of(Factor.PASSKEY, NOON).twoFactors()).isTrue();
    }

    @Test
    void a_proof_grows_old() {
        var password = Assurance.of(Factor.PASSWORD, NOON);
        Duration ten = Duration.ofMinutes(10);
        assertThat(password.within(ten, NOON.plus(ten))).isTrue();
        assertThat(password.within(ten, NOON.plus(ten).plusSeconds(1))).isFalse();
    }
}
