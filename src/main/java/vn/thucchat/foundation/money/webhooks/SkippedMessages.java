package vn.thucchat.foundation.money.webhooks;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.money.payments.Movement;
import vn.thucchat.foundation.money.payments.Payments;

/**
 * The way on when a receiver will never take one message: somebody passes over it, once and for all, and it stays
 * written who did, when and why. The payment itself is where all are, in {@link Payments}. Who may is for the calling
 * module to know.
 */
@Service
public class SkippedMessages {

    /** Letters of a reason. */
    public static final int LONGEST_REASON = 200;

    private static final int SHOWN = 50;

    /** What became of skipping one. */
    public enum Skipping {
        DONE,
        /** none was given, or it is too long */
        REASON_UNFIT,
        /** it is not what the others wait for: it was skipped before, or taken, or never tried */
        NOT_STUCK
    }

    private final SkippedMessageStore store;
    private final Payments payments;
    private final AccessLog log;
    private final InstantSource clock;

    SkippedMessages(SkippedMessageStore store, Payments payments, AccessLog log, InstantSource clock) {
        this.store = store;
        this.payments = payments;
        this.log = log;
        this.clock = clock;
    }

    /** The payment that was told at least once, was not taken, and that all later ones wait for. */
    public Optional<Movement> stuck(Webhook webhook) {
        return webhook.failing() && webhook.state() != Webhook.State.ENDED
                ? payments.nextIncoming(webhook.account(), webhook.position())
                : Optional.empty();
    }

    /** The last fifty, the latest first. */
    public List<SkippedMessage> of(Webhook webhook) {
        return store.last(webhook.account(), webhook.id(), SHOWN);
    }

    /**
     * Goes on behind the message that is stuck, at once, unless a person has paused the webhook.
     *
     * @param number the movement's that is skipped: sent twice, it skips once
     */
    @Transactional
    public Skipping skip(Actor actor, Webhook webhook, long number, String reason) {
        String why = reason.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON) return Skipping.REASON_UNFIT;
        // as fine as the database keeps it
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var skipped = new SkippedMessage(number, now, actor.name(), why);
        if (!store.skip(webhook.account(), webhook.id(), skipped, actor.account())) return Skipping.NOT_STUCK;
        log.record(
                actor,
                "payments.webhook-message-skipped",
                "/money/accounts/" + webhook.account(),
                URI.create(webhook.url()).getHost() + " · " + number + " · " + why);
        return Skipping.DONE;
    }
}
