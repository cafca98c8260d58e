package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;

/** Takes messages in the transaction of the act that they tell of; they leave after its commit, or never were. */
@Service
public class Outbox {

    /** A message was written; heard after the commit. */
    record Written() {}

    private final OutboxStore store;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    Outbox(OutboxStore store, ApplicationEventPublisher events, InstantSource clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Writes a message.
     *
     * @param channel name of a {@link DeliveryChannel}
     * @param host deliveries to one host are limited together, for example {@code smtp.example}
     * @param due by when the recipient is expected to have seen it ({@link HandOvers}), or null
     * @throws org.springframework.transaction.IllegalTransactionStateException outside of a transaction
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(String channel, String recipient, String host, String payload, @Nullable Instant due) {
        return send(channel, List.of(recipient), host, payload, due).getFirst();
    }

    /**
     * Writes a message that waits.
     *
     * @param notBefore when it leaves at the earliest, such as the end of a person's quiet hours; what is past counts as now
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID sendLater(String channel, String recipient, String host, String payload, Instant notBefore) {
        return write(channel, List.of(recipient), host, payload, null, notBefore)
                .getFirst();
    }

    /**
     * Writes the same message for each recipient, in one statement.
     *
     * @return their ids, in order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> send(
            String channel, List<String> recipients, String host, String payload, @Nullable Instant due) {
        return write(channel, recipients, host, payload, due, Instant.EPOCH);
    }

    private List<UUID> write(
            String channel,
            List<String> recipients,
            String host,
            String payload,
            @Nullable Instant due,
            Instant notBefore) {
        Instant now = clock.instant();
        List<OutboxMessage> messages = recipients.stream()
                .map(recipient -> new OutboxMessage(recipient, Ids.next(clock), channel, payload, now))
                .toList();
        if (messages.isEmpty()) return List.of();
        store.insert(messages, host, due, notBefore.isAfter(now) ? notBefore : now);
        events.publishEvent(new Written());
        return messages.stream().map(OutboxMessage::id).toList();
    }
}
