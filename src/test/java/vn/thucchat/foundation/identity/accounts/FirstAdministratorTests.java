package vn.thucchat.foundation.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.DefaultApplicationArguments;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;

class FirstAdministratorTests extends IdentityTest {

    @TempDir
    Path folder;

    private boolean read = true;

    private static final Pattern PRINTED = Pattern.compile("One-time password: (\\S+)");

    @BeforeEach
    void nobody() {
        read = true;
        jdbc.sql("TRUNCATE identity.account, identity.attempt CASCADE").update();
    }

    @Test
    void is_made_without_the_demonstration_only_and_once() {
        start("", "");
        start("true", "");
        assertThat(accountStore.any()).isFalse();
        String said = start("false", "");
        assertThat(start("false", "")).isEmpty();
        var made = accounts.find("quantri").orElseThrow();
        assertThat(made.mustChange()).isTrue();
        assertThat(accounts.actor("quantri").orElseThrow().grants()).containsExactly(grant(Roles.ADMINISTRATOR, "VN"));
        assertThat(canSignIn("quantri", printed(said))).isTrue();
    }

    @Test
    void are_two_so_that_what_takes_two_persons_can_be_done() {
        String said = start("false", "");
        assertThat(said).contains("for another person: quantri1");
        var passwords =
                PRINTED.matcher(said).results().map(found -> found.group(1)).toList();
        assertThat(passwords).hasSize(2).doesNotHaveDuplicates();
        assertThat(canSignIn("quantri1", passwords.getLast())).isTrue();
        assertThat(accounts.find("quantri1").orElseThrow().mustChange()).isTrue();
    }

    @Test
    void is_made_beside_a_demonstration_that_has_the_name_and_is_over() {
        accounts.ensure("quantri", "Minh họa", PASSWORD, true, grant(Roles.ADMINISTRATOR, "19"));
        accounts.ensure("baocao", "Minh họa", PASSWORD, true, grant(SteeringRoles.REPORTER, "05437"));
        accounts.disableSynthetic();
        String said = start("false", "");
        assertThat(said).contains("The first administrator: quantri1");
        assertThat(canSignIn("quantri1", printed(said))).isTrue();
        assertThat(canSignIn("quantri", PASSWORD)).isFalse();
        assertThat(canSignIn("baocao", PASSWORD)).isFalse();
        assertThat(start("false", "")).isEmpty();
    }

    @Test
    void is_made_when_those_who_could_administer_cannot_sign_in() {
        var gone = accounts.ensure("gone", "Đã nghỉ", PASSWORD, false, grant(Roles.ADMINISTRATOR, "19"));
        accounts.ensure("never", "Chưa đặt mật khẩu", null, false, grant(Roles.ADMINISTRATOR, "19"));
        accounts.ensure("reader", "Người đọc", PASSWORD, false, grant(Roles.LEADER, "19"));
        assertThat(start("false", "")).as("premise: somebody administers").isEmpty();
        accountStore.change(gone, "Đã nghỉ", true);
        assertThat(start("false", "")).contains("quantri");
    }

    @Test
    void has_the_password_of_the_environment_which_is_not_printed() {
        String said = start("false", "mot-hai-ba-bon");
        assertThat(said).contains("quantri").doesNotContain("mot-hai-ba-bon");
        assertThat(canSignIn("quantri", "mot-hai-ba-bon")).isTrue();
        assertThat(accounts.find("quantri").orElseThrow().mustChange()).isTrue();
    }

    @Test
    void has_a_password_of_its_own_when_that_of_the_environment_is_weak() {
        String said = start("false", "admin");
        assertThat(said).contains("ADMIN_PASSWORD is too weak");
        assertThat(canSignIn("quantri", "admin")).isFalse();
        assertThat(canSignIn("quantri", printed(said))).isTrue();
    }

    @Test
    void has_a_password_that_no_log_keeps_where_nobody_reads_the_console() throws Exception {
        read = false;
        String said = start("false", "");
        Path file = folder.resolve("first-administrator-password");
        assertThat(said).contains(file.toString());
        String password = Files.readString(file).strip();
        assertThat(said).doesNotContain(password);
        assertThat(canSignIn(
                        "quantri1",
                        Files.readString(folder.resolve("second-administrator-password"))
                                .strip()))
                .isTrue();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(canSignIn("quantri", password)).isTrue();
    }

    private boolean canSignIn(String username, String password) {
        return signIns.attempt(username, password, "192.0.2.7") instanceof SignIns.Outcome.Welcome;
    }

    private static String printed(String said) {
        var password = PRINTED.matcher(said);
        assertThat(password.find()).as(said).isTrue();
        return password.group(1);
    }

    /** What a start with these variables says on the console. */
    private String start(String demo, String password) {
        var console = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(console, true, StandardCharsets.UTF_8));
        try {
            new FirstAdministrator(
                            accounts,
                            accountStore,
                            PASSWORDS,
                            transactions,
                            demo,
                            "quantri",
                            password,
                            folder,
                            () -> read)
                    .run(new DefaultApplicationArguments());
        } finally {
            System.setOut(before);
        }
        return console.toString(StandardCharsets.UTF_8);
    }
}
