package vn.thucchat.foundation.delivery;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** The in-app inbox: messages to persons, read by their recipient alone. */
@Service
public class Inbox implements DeliveryChannel {

    /** Hears of messages that were stored here. A bean of any room. */
    public interface Listener {

        /** Called once for each message, in the transaction that stores it. */
        void stored(InboxMessage message);
    }

    /** Adds a line to messages as the page of the inbox lists them. A bean of any room. */
    public interface Notes {

        /** Makes the lines of some messages of the actor, by the messages' ids; each leads to a page. */
        Map<UUID, Link> of(Actor actor, Collection<UUID> messages, Texts t);
    }

    /** Words messages otherwise than the message files do. A bean of any room; at most one. */
    public interface Words {

        /** The texts of some messages in the reader's language, by the messages' ids; those not in it have the files' words. */
        Map<UUID, String> of(Collection<InboxMessage> messages, Texts t);
    }

    /** Takes back messages that have not left yet, as when their sender stopped them. A bean of any room. */
    public interface Recall {

        /** Whether a message is to go nowhere any more; asked before it is stored, and before each try outside. */
        boolean recalled(InboxMessage message);
    }

    public static final int MOST_COUNTED = 100;
    static final int PAGE = 50;

    private static final String CHANNEL = "inbox";
    private static final int MOST_CONNECTIONS = 2;
    private static final JsonMapper JSON = new JsonMapper();

    /** The payload in the outbox. */
    private record Payload(String kind, String textKey, List<String> arguments, String link) {}

    private final InboxStore store;
    private final Outbox outbox;
    private final HandOvers handOvers;
    private final DatabaseBulkhead database;
    private final InstantSource clock;
    /** Asked when there is a message: a listener may itself read the inbox. */
    private final ObjectProvider<Listener> listeners;

    private final ObjectProvider<Recall> recalls;

    Inbox(
            InboxStore store,
            Outbox outbox,
            HandOvers handOvers,
            PlatformTransactionManager transactions,
            InstantSource clock,
            ObjectProvider<Listener> listeners,
            ObjectProvider<Recall> recalls) {
        this.store = store;
        this.outbox = outbox;
        this.handOvers = handOvers;
        this.clock = clock;
        this.listeners = listeners;
        this.recalls = recalls;
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
    }

    /**
     * Sends a message in the transaction of the act that it tells of.
     *
     * @param account of the person
     * @param due by when the person is expected to have opened it, or null
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID send(
            UUID account, String kind, String textKey, List<String> arguments, String link, @Nullable Instant due) {
        return send(List.of(account), kind, textKey, arguments, link, due).getFirst();
    }

    /**
     * Sends one message to many persons, in one statement.
     *
     * @return the ids of their messages, in order
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<UUID> send(
            Collection<UUID> accounts,
            String kind,
            String textKey,
            List<String> arguments,
            String link,
            @Nullable Instant due) {
        String payload = JSON.writeValueAsString(new Payload(kind, textKey, arguments, link));
        return outbox.send(CHANNEL, accounts.stream().map(UUID::toString).toList(), CHANNEL, payload, due);
    }

    /** Lists a person's own messages, the latest first; from a place on. */
    public Slice<InboxMessage> of(Actor actor, Cursor before) {
        return Slice.of(
                store.list(actor.account(), before.id(0, InboxStore.LAST), PAGE + 1),
                PAGE,
                message -> Cursor.of(message.id()));
    }

    /** Finds one message of a person, for rooms that say the same elsewhere. */
    public Optional<InboxMessage> find(UUID account, UUID id) {
        return store.find(account, id);
    }

    /** Whether a message was taken back by who sent it: it leaves by no channel any more. */
    public boolean recalled(InboxMessage message) {
        return recalls.stream().anyMatch(recall -> recall.recalled(message));
    }

    /** Counts what a person has not opened, up to {@link #MOST_COUNTED}. */
    public int unseen(Actor actor) {
        return actor.signedIn() ? store.countUnseen(actor.account(), MOST_COUNTED) : 0;
    }

    /**
     * Marks a message as seen.
     *
     * @return its link; empty when the person has no such message
     */
    @Transactional
    public Optional<String> open(Actor actor, UUID id) {
        Optional<String> link = store.see(actor.account(), id, clock.instant());
        if (link.isPresent()) handOvers.seen(actor.account().toString(), id);
        return link;
    }

    @Override
    public String name() {
        return CHANNEL;
    }

    /** Stores the message under the id that it has in the outbox: handed over twice, it is there once. */
    @Override
    public Attempt deliver(OutboxMessage message) {
        var payload = JSON.readValue(message.payload(), Payload.class);
        var delivered = new InboxMessage(
                UUID.fromString(message.recipient()),
                message.id(),
                payload.kind(),
                payload.textKey(),
                payload.arguments(),
                payload.link(),
                message.createdAt(),
                null);
        return database.together(() -> {
            if (!recalled(delivered) && store.insert(delivered))
                listeners.forEach(listener -> listener.stored(delivered));
            return new Attempt.Delivered();
        });
    }
}
