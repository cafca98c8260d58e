package vn.thucchat.foundation.notify.sms;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what the environment says of text messages. */
@Configuration(proxyBeanMethods = false)
class SmsConfiguration {

    @Bean
    SmsSettings smsSettings(
            @Value("${thucchat.sms.url:}") String url,
            @Value("${thucchat.sms.brand:}") String brand,
            @Value("${thucchat.sms.marks:}") String marks) {
        return SmsSettings.read(Map.of("SMS_URL", url, "SMS_BRAND", brand, "SMS_MARKS", marks));
    }
}
