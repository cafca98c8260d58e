package vn.thucchat.foundation.notify.zalo;

import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads what the environment says of Zalo. */
@Configuration(proxyBeanMethods = false)
class ZaloConfiguration {

    @Bean
    ZaloSettings zaloSettings(
            @Value("${thucchat.zalo.app-id:}") String appId,
            @Value("${thucchat.zalo.app-secret:}") String appSecret,
            @Value("${thucchat.zalo.oa-secret:}") String webhookSecret,
            @Value("${thucchat.zalo.oauth-url}") URI oauth,
            @Value("${thucchat.zalo.message-url}") URI messages,
            @Value("${thucchat.zalo.reply-url}") URI replies) {
        return new ZaloSettings(appId.strip(), appSecret.strip(), webhookSecret.strip(), oauth, messages, replies);
    }
}
