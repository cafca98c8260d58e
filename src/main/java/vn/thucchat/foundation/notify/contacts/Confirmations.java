package vn.thucchat.foundation.notify.contacts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.notify.channels.Media;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.OutgoingChannel;
import vn.thucchat.foundation.pages.Result;

/**
 * Codes that prove that a person reads what is sent to an address: six digits, good for half an hour and five tries. A code
 * is computed from the id of its sending with the secret key, so that it lies in no table and in no message that waits.
 */
@Component
class Confirmations {

    static final Duration GOOD = Duration.ofMinutes(30);
    static final int TRIES = 5;
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_OF_ACCOUNT = 10;
    /** However many accounts ask for it: nobody's telephone is made to ring all day. */
    private static final int MOST_TO_ADDRESS = 6;

    private static final int CODES = 1_000_000;

    private final ConfirmationStore store;
    private final Outbox outbox;
    private final Media media;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    Confirmations(ConfirmationStore store, Outbox outbox, Media media, Seal seal, AccessLog log, InstantSource clock) {
        this.store = store;
        this.outbox = outbox;
        this.media = media;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /** Lets a person ask for one code after the other: limits are counted before each. */
    void one(Actor actor) {
        store.lock(actor.account());
    }

    /** @param field that is told when there were too many */
    Result send(Actor actor, Contact contact, String mark, String field) {
        Instant now = clock.instant();
        ConfirmationStore.Sent sent = store.sent(actor.account(), contact.id(), mark, now.minus(DAY));
        if (sent.ofAccount() >= MOST_OF_ACCOUNT || sent.toAddress() >= MOST_TO_ADDRESS)
            return Result.invalid(field, "notify.code.most");
        if (sent.last() != null && now.isBefore(sent.last().plus(BETWEEN)))
            return field.equals("address") ? new Result.Done(contact.id()) : Result.invalid(field, "notify.code.wait");
        Optional<OutgoingChannel> channel = channel(contact, actor.synthetic());
        if (channel.isEmpty()) return Result.invalid(field, "notify.contact.no-channel");
        UUID id = Ids.next(clock);
        store.insert(actor.account(), id, contact.id(), mark, now, now.plus(GOOD));
        outbox.send(
                CodeChannel.NAME,
                actor.account().toString(),
                channel.get().host(),
                CodeChannel.payload(contact.id(), id),
                null);
        return new Result.Done(contact.id());
    }

    /** Looks at a code. Each look is counted before, and stays counted whatever becomes of it. */
    Result look(Actor actor, Contact contact, String typed) {
        Optional<UUID> open = store.look(actor.account(), contact.id(), clock.instant(), TRIES);
        if (open.isEmpty()) {
            log.record(
                    actor,
                    "notify.code-spent",
                    Contacts.PATH + "/" + contact.id(),
                    contact.kind().name());
            return Result.invalid("code", "notify.code.spent");
        }
        byte[] right = code(open.get()).getBytes(StandardCharsets.US_ASCII);
        byte[] given = typed.replaceAll("[\\s-]", "").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(right, given)) return Result.invalid("code", "notify.code.wrong");
        store.use(actor.account(), open.get(), clock.instant());
        return new Result.Done(contact.id());
    }

    /** The code of a sending: {@code 042817}. */
    String code(UUID id) {
        String hash = Sha256.hex(seal.mark(id.toString(), "notify.code"));
        return "%06d".formatted(Long.parseLong(hash.substring(0, 15), 16) % CODES);
    }

    /** Whether a code is still worth sending: the last one, and not over. */
    boolean current(UUID account, UUID contact, UUID id) {
        return store.current(account, contact, clock.instant())
                .filter(id::equals)
                .isPresent();
    }

    Optional<OutgoingChannel> channel(Contact contact, boolean synthetic) {
        for (Medium medium : Medium.values())
            if (medium.address() == contact.kind()) {
                var channel = media.channel(medium, synthetic);
                if (channel.isPresent()) return channel;
            }
        return Optional.empty();
    }
}
