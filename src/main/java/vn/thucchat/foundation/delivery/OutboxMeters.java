package vn.thucchat.foundation.delivery;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.InstantSource;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** Measures what the outbox has not delivered, for whoever watches the platform; of all processes together. */
@Component
class OutboxMeters implements MeterBinder {

    /**
     * What is not delivered.
     *
     * @param waiting messages that were not tried yet
     * @param waitingSeconds age of the oldest of them; 0 when there is none
     * @param failing messages that are tried again
     * @param failingSeconds age of the oldest of them; 0 when there is none
     * @param poisoned messages that nobody tries any more
     * @param overdue messages that their recipients should have seen by now
     */
    record Backlog(long waiting, long waitingSeconds, long failing, long failingSeconds, long poisoned, long overdue) {}

    private final SampledQuery<Backlog> backlog;

    OutboxMeters(OutboxStore store, InstantSource clock) {
        backlog = new SampledQuery<>(() -> store.backlog(clock.instant()));
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        messages(meters, "waiting", Backlog::waiting);
        messages(meters, "failing", Backlog::failing);
        messages(meters, "poisoned", Backlog::poisoned);
        oldest(meters, "waiting", Backlog::waitingSeconds);
        oldest(meters, "failing", Backlog::failingSeconds);
        Gauge.builder("delivery.handovers.overdue", backlog, it -> it.read(Backlog::overdue))
                .description("Messages that their recipients should have seen by now")
                .register(meters);
    }

    private void messages(MeterRegistry meters, String state, ToDoubleFunction<Backlog> count) {
        Gauge.builder("delivery.outbox.messages", backlog, it -> it.read(count))
                .description(
                        "Messages not delivered: waiting (not tried yet), failing (tried again), poisoned (given up)")
                .tag("state", state)
                .register(meters);
    }

    private void oldest(MeterRegistry meters, String state, ToDoubleFunction<Backlog> seconds) {
        Gauge.builder("delivery.outbox.oldest", backlog, it -> it.read(seconds))
                .description("Age of the oldest message that waits to be delivered")
                .baseUnit("seconds")
                .tag("state", state)
                .register(meters);
    }
}
