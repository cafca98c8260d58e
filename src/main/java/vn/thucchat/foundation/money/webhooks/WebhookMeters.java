package vn.thucchat.foundation.money.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.SampledQuery;

/** Counts the webhooks that have something left to tell, for whoever watches the platform; of all processes together. */
@Component
class WebhookMeters implements MeterBinder {

    private final SampledQuery<WebhookStore.Waiting> waiting;

    WebhookMeters(WebhookStore store) {
        waiting = new SampledQuery<>(store::countWaiting);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "behind", WebhookStore.Waiting::behind);
        gauge(meters, "failing", WebhookStore.Waiting::failing);
        gauge(meters, "paused", WebhookStore.Waiting::paused);
    }

    private void gauge(MeterRegistry meters, String state, ToDoubleFunction<WebhookStore.Waiting> count) {
        Gauge.builder("payments.webhooks.waiting", waiting, it -> it.read(count))
                .description("Webhooks with payments left to tell: behind (told next), failing (tried again), paused")
                .tag("state", state)
                .register(meters);
    }
}
