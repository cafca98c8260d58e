package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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
    private final Outbox outbox;
    private final InstantSource clock;

    NoticePlanner(
            NoticeStore store, NoticeKinds kinds, NoticeRecipients recipients, Outbox outbox, InstantSource clock) {
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
        if (store.insert(notice))
            send(notice, first, quietUntil(kind, recipient, clock.instant()).orElse(Instant.EPOCH));
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
