package vn.thucchat.foundation.notify.email;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what the environment says of e-mail. */
@Configuration(proxyBeanMethods = false)
class EmailConfiguration {

    @Bean
    EmailSettings emailSettings(
            @Value("${thucchat.smtp-url:}") String url,
            @Value("${thucchat.mail-from:}") String from,
            @Value("${thucchat.dkim.domain:}") String domain,
            @Value("${thucchat.dkim.selector:}") String selector,
            @Value("${thucchat.dkim.key:}") String key) {
        return EmailSettings.read(Map.of(
                "SMTP_URL", url, "MAIL_FROM", from, "DKIM_DOMAIN", domain, "DKIM_SELECTOR", selector, "DKIM_KEY", key));
    }
}
