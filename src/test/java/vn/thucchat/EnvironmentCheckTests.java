package vn.thucchat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@NullMarked
class EnvironmentCheckTests {

    private static final String KEY = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";

    @Test
    void what_the_readme_says_starts() {
        assertThat(EnvironmentCheck.faults(Map.of())).isEmpty();
        assertThat(EnvironmentCheck.faults(Map.ofEntries(
                        Map.entry("PORT", "8081"),
                        Map.entry("BASE_URL", "https://so.thainguyen.gov.vn"),
                        Map.entry("RP_ID", "thainguyen.gov.vn"),
                        Map.entry("TRUSTED_PROXIES", "127.0.0.1, fd00::/8"),
                        Map.entry("DATABASE_URL", "jdbc:postgresql://db/thucchat"),
                        Map.entry("DATABASE_USER", "thucchat"),
                        Map.entry("DATABASE_OWNER", "owner"),
                        Map.entry("DATABASE_OWNER_PASSWORD", "x"),
                        Map.entry("SECRET_KEY", KEY),
                        Map.entry("FORMER_SECRET_KEYS", KEY + "," + KEY),
                        Map.entry("DEMO", "false"),
                        Map.entry("METRICS_TOKEN", "0123456789abcdef"))))
                .isEmpty();
        assertThat(EnvironmentCheck.faults(Map.of("BACKUP_DIR", "/mnt/sao lưu", "DATA_DIR", "/srv/thucchat")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PORT               | PORT=web
            PORT               | PORT=70000
            DEMO               | DEMO=yes
            SESSION_HOURS      | SESSION_HOURS=0
            BACKUPS_KEPT       | BACKUPS_KEPT=0
            DATABASE_USER      | DATABASE_USER=thucchat
            DATABASE_PASSWORD  | DATABASE_PASSWORD=x
            DATABASE_OWNER     | DATABASE_URL=jdbc:postgresql://db/x;DATABASE_OWNER_PASSWORD=x
            BACKUP_DIR         | DATABASE_URL=jdbc:postgresql://db/x;BACKUP_DIR=/mnt
            BACKUP_DIR         | DATA_DIR=/srv/data;BACKUP_DIR=/srv/data/backups
            BACKUP_DIR         | BACKUP_DIR=/mnt/$(id)
            BASE_URL           | BASE_URL=so.thainguyen.gov.vn
            BASE_URL           | BASE_URL=http://so.thainguyen.gov.vn/portal
            RP_ID              | RP_ID=https://thainguyen.gov.vn
            TRUSTED_PROXIES    | BASE_URL=https://so.thainguyen.gov.vn
            TRUSTED_PROXIES    | TRUSTED_PROXIES=proxy.local
            WEBHOOKS_PRIVATE   | BASE_URL=https://so.thainguyen.gov.vn;TRUSTED_PROXIES=127.0.0.1;WEBHOOKS_PRIVATE=true
            SECRET_KEY         | SECRET_KEY=abc
            FORMER_SECRET_KEYS | FORMER_SECRET_KEYS=abc
            METRICS_TOKEN      | METRICS_TOKEN=short
            MAIL_FROM          | SMTP_URL=smtp://mail.so.vn
            QUIET_HOURS        | QUIET_HOURS=22-24
            """)
    void half_a_configuration_is_refused_with_what_to_do(String variable, String environment) {
        var given = new java.util.HashMap<String, String>();
        for (String each : environment.split(";", -1))
            given.put(each.substring(0, each.indexOf('=')), each.substring(each.indexOf('=') + 1));
        assertThat(EnvironmentCheck.faults(given)).singleElement().satisfies(fault -> {
            assertThat(fault.variable()).isEqualTo(variable);
            assertThat(List.of(fault.vietnamese(), fault.english()))
                    .allSatisfy(text -> assertThat(text).isNotBlank().doesNotContain("%s"));
        });
    }

    @Test
    void all_faults_are_told_at_once() {
        assertThat(EnvironmentCheck.faults(Map.of("PORT", "x", "DEMO", "maybe", "SECRET_KEY", "y")))
                .extracting(EnvironmentCheck.Fault::variable)
                .containsExactlyInAnyOrder("PORT", "DEMO", "SECRET_KEY");
    }
}
