package vn.thucchat.foundation.identity.security;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Explains the meters that the framework makes of observations, which have no words of their own. */
@Configuration(proxyBeanMethods = false)
class RequestMeters {

    private static final Map<String, String> WORDS = Map.of(
            "http.server.requests", "Requests that were answered, by route, method and status",
            "http.server.requests.active", "Requests that are being answered",
            "http.client.requests", "Requests that were sent, by receiver, method and status",
            "http.client.requests.active", "Requests that wait for their answer",
            "tasks.scheduled.execution", "Runs of scheduled methods",
            "tasks.scheduled.execution.active", "Scheduled methods that are running");

    @Bean
    MeterFilter explained() {
        return new MeterFilter() {
            @Override
            public Meter.Id map(Meter.Id id) {
                @Nullable String words = id.getDescription() == null ? WORDS.get(id.getName()) : null;
                return words == null
                        ? id
                        : new Meter.Id(id.getName(), Tags.of(id.getTags()), id.getBaseUnit(), words, id.getType());
            }
        };
    }
}
