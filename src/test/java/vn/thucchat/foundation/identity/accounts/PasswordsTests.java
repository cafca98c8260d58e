package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import vn.thucchat.foundation.identity.accounts.PasswordRules.Weakness;

class PasswordsTests {

    private final Passwords passwords = new Passwords();

    @Test
    void a_password_matches_its_own_hash_only() {
        String hash = passwords.hash("con trâu cày ruộng");
        assertThat(hash).startsWith("$argon2id$v=19$m=7168,t=5,p=1$");
        assertThat(passwords.matches(false, "con trâu cày ruộng", hash)).isTrue();
        assertThat(passwords.matches(false, "con trâu cày", hash)).isFalse();
        assertThat(passwords.matches(false, "", hash)).isFalse();
    }

    @Test
    void a_hash_of_an_earlier_setting_goes_on_matching() {
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode("con trâu cày ruộng");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(passwords.matches(false, "con trâu cày ruộng", hash)).isTrue();
    }

    @Test
    void nobodys_password_matches_nothing() {
        assertThat(passwords.matches(false, "a password that nobody has", null)).isFalse();
    }

    @Test
    void a_password_is_the_same_however_a_keyboard_composes_its_letters() {
        String composed = "cày ruộng nương";
        String decomposed = java.text.Normalizer.normalize(composed, java.text.Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo(composed);
        assertThat(passwords.matches(false, decomposed, passwords.hash(composed)))
                .isTrue();
    }

    @Test
    void what_is_too_long_never_matches_its_own_beginning() {
        String longest = "x1".repeat(100);
        assertThat(passwords.matches(false, longest, passwords.hash(longest))).isTrue();
        assertThat(passwords.matches(false, longest + "y", passwords.hash(longest)))
                .isFalse();
        assertThat(passwords.matches(false, "x1".repeat(5_000), passwords.hash(longest)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ngắn thôi,SHORT",
        "matkhau123,COMMON",
        "MatKhau123,COMMON",
        "aaaaaaaaaaaa,COMMON",
        "nguyen.van.an,NAME",
        "Nguyen.Van.An,NAME",
        "nguyễn văn an 1990,NAME",
        "VanAnNguyen@2024,NAME",
        "nguyenvanan12,NAME",
        "Password123!,COMMON",
        "P@ssw0rd2024,COMMON",
        "thucchat-demo,COMMON",
        "Thuc-Chat-Demo-2025,COMMON",
        "demo-sepay-secret-2022,COMMON",
        "0912345678,COMMON",
        "+84912345678,COMMON",
        "0912 345 678,COMMON",
        "tháinguyên1,COMMON",
        "Thái Nguyên 2025,COMMON",
        "matkhau@2025,COMMON",
        "anhyeuem123,COMMON",
        "abcdefghijkl,COMMON",
        "abcabcabcabc,COMMON",
        "qwertyuiop1!,COMMON",
        "iloveyou1234,COMMON"
    })
    void weak_passwords_are_named(String password, Weakness weakness) {
        assertThat(passwords.weakness(password, "nguyen.van.an", "Nguyễn Văn An"))
                .contains(weakness);
    }

    @Test
    void length_is_counted_in_letters_and_has_an_end() {
        assertThat(passwords.weakness("😀😁😂🤣😃😄😅😆😉", "an", "An")).contains(Weakness.SHORT);
        assertThat(passwords.weakness("😀😁😂🤣😃😄😅😆😉😊", "an", "An")).isEmpty();
        assertThat(passwords.weakness("ab1".repeat(67), "an", "An")).contains(Weakness.LONG);
        assertThat(passwords.weakness("một câu chỉ tôi nghĩ ra", "an", "An")).isEmpty();
    }

    @Test
    void the_common_ones_listed_are_all_long_enough_to_matter() {
        // the list would be padded with what the shortest length refuses anyway
        assertThat(passwords.weakness("thainguyen", "an", "An")).contains(Weakness.COMMON);
        assertThat("thainguyen").hasSize(PasswordRules.SHORTEST);
    }

    @Test
    void three_thousand_common_ones_are_known() throws Exception {
        try (var list = PasswordsTests.class.getResourceAsStream("/identity/common-passwords.txt")) {
            var passwordsOfList = new String(
                            java.util.Objects.requireNonNull(list).readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
            assertThat(passwordsOfList).hasSizeGreaterThan(3_000).doesNotHaveDuplicates();
            assertThat(passwordsOfList)
                    .allSatisfy(one ->
                            assertThat(passwords.weakness(one, "an", "An")).contains(Weakness.COMMON));
        }
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.ValueSource(
            strings = {
                "con-trau-cay-ruong",
                "mưa trên phố cũ 7 giờ",
                "k7mw-q2rt-8xhp",
                "một mật khẩu đủ dài",
                "ba quả trứng gà",
                "bảy con mèo ngồi trên mái"
            })
    void what_only_its_owner_thinks_of_is_taken_whatever_signs_it_has(String password) {
        assertThat(passwords.weakness(password, "nguyen.van.an", "Nguyễn Văn An"))
                .isEmpty();
    }
}
