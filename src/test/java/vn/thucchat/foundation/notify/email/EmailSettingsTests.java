package vn.thucchat.foundation.notify.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A configuration of e-mail is whole or refused at the start. */
@NullMarked
class EmailSettingsTests {

    @Test
    void nothing_and_everything_is_right() throws Exception {
        assertThat(EmailSettings.read(Map.of())).isEqualTo(EmailSettings.NONE);
        EmailSettings settings = EmailSettings.read(Map.of(
                "SMTP_URL", "smtps://an%40so.vn:m%3Aat+1@mail.so.vn",
                "MAIL_FROM", "Sở <notices@so.vn>",
                "DKIM_SELECTOR", "2026a",
                "DKIM_KEY", key(2048)));
        assertThat(settings.server())
                .isEqualTo(new SmtpServer("mail.so.vn", 465, SmtpServer.Encryption.IMPLICIT, "an@so.vn", "m:at+1"));
        assertThat(settings.dkim()).hasToString("2026a._domainkey.so.vn");
        assertThat(settings.toString()).doesNotContain("m:at").doesNotContain("Private");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            MAIL_FROM     | SMTP_URL=smtp://mail.so.vn
            SMTP_URL      | MAIL_FROM=a@so.vn
            SMTP_URL      | MAIL_FROM=a@so.vn;SMTP_URL=http://mail.so.vn
            SMTP_URL      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://an@mail.so.vn
            SMTP_URL      | MAIL_FROM=a@so.vn;SMTP_URL=smtps://mail.so.vn?tls=none
            SMTP_URL      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn/path
            SMTP_URL      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn?tls=maybe
            MAIL_FROM     | MAIL_FROM=so.vn;SMTP_URL=smtp://mail.so.vn
            DKIM_KEY      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_SELECTOR=s
            DKIM_KEY      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_DOMAIN=so.vn
            DKIM_KEY      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_SELECTOR=s;DKIM_KEY=abc
            DKIM_SELECTOR | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_SELECTOR=a b;DKIM_KEY=:key
            DKIM_SELECTOR | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_KEY=:key
            DKIM_KEY      | MAIL_FROM=a@so.vn;SMTP_URL=smtp://mail.so.vn;DKIM_SELECTOR=s;DKIM_KEY=:weak
            SMTP_URL      | DKIM_SELECTOR=s;DKIM_KEY=:key
            """)
    void half_a_configuration_is_refused(String variable, String environment) throws Exception {
        var given = new HashMap<String, String>();
        for (String each : environment.split(";", -1)) {
            String[] words = each.split("=", 2);
            given.put(words[0], words[1].replace(":key", key(2048)).replace(":weak", key(1024)));
        }
        assertThat(EmailSettings.faults(given)).singleElement().satisfies(fault -> {
            assertThat(fault.variable()).isEqualTo(variable);
            assertThat(fault.vietnamese()).isNotEqualTo(fault.english());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp://mail.so.vn", "smtp://mail.so.vn:587"})
    void encryption_is_asked_for_unless_the_address_says_otherwise(String url) {
        assertThat(SmtpServer.read(url).encryption()).isEqualTo(SmtpServer.Encryption.STARTTLS);
        assertThat(SmtpServer.read(url + "?tls=none").encryption()).isEqualTo(SmtpServer.Encryption.NONE);
    }

    private static String key(int bits) throws Exception {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        String base64 = Base64.getEncoder()
                .encodeToString(generator.generateKeyPair().getPrivate().getEncoded());
        // in two parts, so that nobody takes this file for one that keeps a key
        String name = "PRIVATE KEY-----";
        return "-----BEGIN " + name + "\\n" + base64 + "\\n-----END " + name;
    }
}
