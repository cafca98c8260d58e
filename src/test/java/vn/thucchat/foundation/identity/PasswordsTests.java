package vn.thucchat.foundation.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.thucchat.foundation.identity.Passwords.Weakness;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_own_hash_only() {
        String hash = passwords.hash("con trâu cày ruộng");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches("con trâu cày ruộng", hash)).isTrue();
        assertThat(passwords.matches("con trâu cày", hash)).isFalse();
        assertThat(passwords.matches("", hash)).isFalse();
    }

    @Test
    void nobodys_password_matches_nothing() {
        assertThat(passwords.matches("a password that nobody has", null)).isFalse();
    }

    @Test
    void a_password_is_the_same_however_a_keyboard_composes_its_letters() {
        String composed = "cày ruộng nương";
        String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(passwords.matches(decomposed, passwords.hash(composed))).isTrue();
    }

    @Test
    void what_is_too_long_never_matches_its_own_beginning() {
        String longest = "x1".repeat(100);
        assertThat(passwords.matches(longest, passwords.hash(longest))).isTrue();
        assertThat(passwords.matches(longest + "y", passwords.hash(longest))).isFalse();
        assertThat(passwords.matches("x1".repeat(5_000), passwords.hash(longest)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn thôi,SHORT",
        "matkhau123,COMMON",
        "MatKhau123,COMMON",
        "aaaaaaaaaaaa,COMMON",
        "nguyen.van.an,USERNAME",
        "Nguyen.Van.An,USERNAME"
    })
    void weak_passwords_are_named(String password, Weakness weakness) {
        assertThat(passwords.weakness(password, "nguyen.van.an")).contains(weakness);
    }

    @Test
    void length_is_counted_in_letters_and_has_an_end() {
        assertThat(passwords.weakness("😀😁😂🤣😃😄😅😆😉", "an")).contains(Weakness.SHORT);
        assertThat(passwords.weakness("😀😁😂🤣😃😄😅😆😉😊", "an")).isEmpty();
        assertThat(passwords.weakness("ab1".repeat(67), "an")).contains(Weakness.LONG);
        assertThat(passwords.weakness("một câu chỉ tôi nghĩ ra", "an")).isEmpty();
    }

    @Test
    void the_common_ones_listed_are_all_long_enough_to_matter() {
        // the list would be padded with what the shortest length refuses anyway
        assertThat(passwords.weakness("thainguyen", "an")).contains(Weakness.COMMON);
        assertThat("thainguyen").hasSize(Passwords.SHORTEST);
    }
}
