package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.delivery.Outbox;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;

/** Plans how a message of the inbox leaves the platform, in the transaction that stores it. */
@Component
class NoticePlanner implements Inbox.Listener {

    private final NoticeStore store;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final DigestStore digests;
    private final Outbox outbox;
    private final InstantSource clock;

    NoticePlanner(
            NoticeStore store,
            NoticeKinds kinds,
            NoticeRecipients recipients,
            DigestStore digests,
            Outbox outbox,
            InstantSource clock) {
        this.digests = digests;
        this.store = store;
        this.kinds = kinds;
        this.recipients = recipients;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void stored(InboxMessage message) {
        NoticeKind kind = kinds.find(message.kind()).orElse(null);
        if (kind != null)
            recipients.find(message.recipient(), kind).ifPresent(recipient -> plan(message, kind, recipient));
    }

    private void plan(InboxMessage message, NoticeKind kind, NoticeRecipients.Recipient recipient) {
        NoticeRecipients.Route first = recipient.routes().getFirst();
        var notice = new Notice(
                message.recipient(),
                message.id(),
                message.kind(),
                Notice.State.PLANNED,
                first.medium(),
                message.createdAt(),
                message.createdAt().plus(kind.worth()),
                null);
        if (store.insert(notice) && !gather(notice, kind, recipient, first))
            send(notice, first, quietUntil(kind, recipient, clock.instant()).orElse(Instant.EPOCH));
    }

    /**
     * Puts what is not urgent into the person's next digest by its medium.
     *
     * @return false where it leaves by itself: its deadline is before, or its channel takes no digests
     */
    private boolean gather(
            Notice notice, NoticeKind kind, NoticeRecipients.Recipient recipient, NoticeRecipients.Route first) {
        Instant at = recipient.preferences().nextDigest(clock.instant()).orElse(null);
        if (at == null
                || kind.importance() != NoticeKind.Importance.ORDINARY
                || !first.channel().takes(NoticeDigest.KIND)) return false;
        // the digest itself waits for the end of the quiet hours
        Instant leaves = recipient.preferences().quiet().end(at).orElse(at);
        if (!leaves.isBefore(notice.expiresAt())) return false;
        return join(notice, first, at);
    }

    /**
     * Puts a notice that its digest's channel did not take into the digest of the same moment by the next one: what was one
     * message stays one.
     *
     * @return false where it leaves by itself: the channel takes no digests, or has tried that one
     */
    boolean regather(Notice notice, NoticeRecipients.Route next, Instant at) {
        return next.channel().takes(NoticeDigest.KIND) && join(notice.by(next.medium()), next, at);
    }

    private boolean join(Notice notice, NoticeRecipients.Route route, Instant at) {
        UUID id = Ids.next(clock);
        if (digests.insert(notice.account(), id, at, route.medium()))
            outbox.sendLater(
                    DigestChannel.NAME,
                    notice.account().toString(),
                    route.channel().host(),
                    NoticeChannel.payload(id, route.medium()),
                    at);
        return digests.gather(notice, at);
    }

    /** Writes a notice to the outbox for one route. */
    void send(Notice notice, NoticeRecipients.Route route, Instant notBefore) {
        outbox.sendLater(
                NoticeChannel.NAME,
                notice.account().toString(),
                route.channel().host(),
                NoticeChannel.payload(notice.id(), route.medium()),
                notBefore);
    }

    /** When a person may be disturbed, where it is not now. Danger to life waits for nothing. */
    static Optional<Instant> quietUntil(NoticeKind kind, NoticeRecipients.Recipient recipient, Instant now) {
        return kind.importance() == NoticeKind.Importance.EXTREME
                ? Optional.empty()
                : recipient.preferences().quiet().end(now);
    }
}
