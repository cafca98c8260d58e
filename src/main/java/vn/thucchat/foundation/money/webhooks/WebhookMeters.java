package vn.thucchat.foundation.money.webhooks;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.function.ToLongFunction;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Counts the webhooks that have something left to tell, for whoever watches the platform; of all processes together. */
@Component
class WebhookMeters implements MeterBinder {

    /** However often is looked, the database is asked no more often. */
    private static final long FRESH_NANOS = Duration.ofSeconds(5).toNanos();

    private final WebhookStore store;
    private WebhookStore.Waiting last = new WebhookStore.Waiting(0, 0, 0);
    private long askedAt = System.nanoTime() - FRESH_NANOS;

    WebhookMeters(WebhookStore store) {
        this.store = store;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        gauge(meters, "behind", WebhookStore.Waiting::behind);
        gauge(meters, "failing", WebhookStore.Waiting::failing);
        gauge(meters, "paused", WebhookStore.Waiting::paused);
    }

    private void gauge(MeterRegistry meters, String state, ToLongFunction<WebhookStore.Waiting> count) {
        Gauge.builder("payments.webhooks.waiting", this, it -> it.count(count))
                .description("Webhooks with payments left to tell: behind (told next), failing (tried again), paused")
                .tag("state", state)
                .register(meters);
    }

    private synchronized double count(ToLongFunction<WebhookStore.Waiting> count) {
        long now = System.nanoTime();
        try {
            if (now - askedAt >= FRESH_NANOS) {
                last = store.countWaiting();
                askedAt = now;
            }
            return count.applyAsLong(last);
        } catch (DataAccessException away) {
            return Double.NaN;
        }
    }
}
