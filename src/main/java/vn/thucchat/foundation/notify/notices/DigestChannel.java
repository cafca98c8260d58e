package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import vn.thucchat.foundation.delivery.DatabaseBulkhead;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/**
 * Carries digests: what a person wants in one message a day. Each of its notices has its try and its end. A process that
 * dies between the sending and its record sends once more under the same id. Where the channel does not take it, its
 * notices go on by themselves, each by the next channel.
 */
@Component
class DigestChannel implements DeliveryChannel {

    static final String NAME = "notice-digest";
    private static final int MOST_CONNECTIONS = 2;
    private static final int PATIENCE = 4;

    /** A notice that is in the message. */
    private record Part(Notice notice, NoticeKind kind, InboxMessage message) {}

    private record Turn(
            NoticeDigest digest,
            List<Part> parts,
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route) {}

    private final DigestStore store;
    private final NoticeCourse course;
    private final NoticePlanner planner;
    private final NoticeReceipts receipts;
    private final NoticeWording wording;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final Inbox inbox;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    DigestChannel(
            DigestStore store,
            NoticeCourse course,
            NoticePlanner planner,
            NoticeReceipts receipts,
            NoticeWording wording,
            NoticeKinds kinds,
            NoticeRecipients recipients,
            Inbox inbox,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.course = course;
        this.planner = planner;
        this.receipts = receipts;
        this.wording = wording;
        this.kinds = kinds;
        this.recipients = recipients;
        this.inbox = inbox;
        this.clock = clock;
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
    }

    /** Lets channels that need a template for each kind have one for digests; no message of the inbox is of this kind. */
    @Bean
    static NoticeKind digestKind() {
        return new NoticeKind(
                NoticeDigest.KIND,
                NoticeKind.Importance.ORDINARY,
                Duration.ofDays(1),
                false,
                NoticeKind.Audience.EVERYBODY);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        UUID account = UUID.fromString(message.recipient());
        UUID id = NoticeChannel.read(message).notice();
        Object begun = database.together(() -> begin(account, id));
        if (!(begun instanceof Turn turn)) return (Attempt) begun;
        List<InboxMessage> messages = turn.parts().stream().map(Part::message).toList();
        Instant until = turn.digest().at().plus(Duration.ofDays(1));
        SendResult result = turn.route()
                .channel()
                .send(wording.digest(turn.recipient(), turn.route(), id, messages, until));
        return database.together(() -> record(turn, result));
    }

    /** @return the turn that is to be made, or an {@link Attempt} where none is */
    private Object begin(UUID account, UUID id) {
        NoticeDigest digest = store.lock(account, id).orElse(null);
        if (digest == null || digest.endedAt() != null) return new Attempt.Delivered();
        Instant now = clock.instant();
        var parts = new ArrayList<Part>();
        NoticeRecipients.Recipient recipient = null;
        NoticeRecipients.Route route = null;
        for (Notice notice : store.notices(digest)) {
            Part part = part(notice, now);
            if (part == null) continue;
            Optional<NoticeRecipients.Recipient> found = recipients.find(account, part.kind());
            Optional<NoticeRecipients.Route> way = found.stream()
                    .flatMap(each -> each.routes().stream())
                    .filter(each -> each.medium() == digest.medium() && each.channel().takes(NoticeDigest.KIND))
                    .findFirst();
            if (found.isEmpty() || way.isEmpty()) {
                alone(notice);
                continue;
            }
            recipient = found.get();
            route = way.get();
            parts.add(part);
        }
        if (recipient == null || route == null) {
            store.end(digest, now);
            return new Attempt.Delivered();
        }
        Optional<Instant> quiet = recipient.preferences().quiet().end(now);
        return quiet.isPresent()
                ? new Attempt.Deferred(quiet.get())
                : new Turn(digest, List.copyOf(parts), recipient, route);
    }

    /** A notice that is still worth sending; null of one that ended here. */
    private @Nullable Part part(Notice notice, Instant now) {
        NoticeKind kind = kinds.find(notice.kind()).orElse(null);
        InboxMessage message = inbox.find(notice.account(), notice.id()).orElse(null);
        if (kind != null && message != null && !message.seen() && now.isBefore(notice.expiresAt()))
            return new Part(notice, kind, message);
        boolean opened = message != null && message.seen();
        course.note(notice, opened ? Outcome.OPENED : Outcome.EXPIRED, "");
        course.ended(notice, opened ? Notice.State.OPENED : Notice.State.EXPIRED);
        return null;
    }

    /** Lets a notice go on by itself: what the outbox does with it is what it does with any. */
    private void alone(Notice notice) {
        store.leave(notice);
        course.note(notice, Outcome.NO_ADDRESS, "");
        kinds.find(notice.kind()).ifPresent(kind -> course.onward(notice, kind));
    }

    private Attempt record(Turn turn, SendResult result) {
        NoticeDigest digest = store.lock(turn.digest().account(), turn.digest().id())
                .orElseThrow();
        if (digest.endedAt() != null) return new Attempt.Delivered();
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                for (Part part : turn.parts()) {
                    Notice.Attempt attempt = course.note(part.notice(), Outcome.ACCEPTED, reference);
                    course.ended(part.notice(), Notice.State.SENT);
                    receipts.noted(attempt);
                }
                yield ended(digest);
            }
            case SendResult.Postponed(var reason, var after) -> again(turn, Outcome.POSTPONED, reason, after);
            case SendResult.Unknown(var reason) -> again(turn, Outcome.UNKNOWN, reason, null);
            case SendResult.Refused refused -> onward(turn, Outcome.REFUSED, refused.reason());
            case SendResult.Absent(var reason) -> onward(turn, Outcome.NO_ADDRESS, reason);
        };
    }

    private Attempt again(Turn turn, Outcome outcome, String reason, @Nullable Duration after) {
        int number = 0;
        for (Part part : turn.parts())
            number = Math.max(
                    number, course.note(part.notice(), outcome, reason).number());
        if (number < PATIENCE) return new Attempt.Failed(reason, after);
        turn.parts().forEach(this::onward);
        return ended(turn.digest());
    }

    private Attempt onward(Turn turn, Outcome outcome, String reason) {
        for (Part part : turn.parts()) {
            course.note(part.notice(), outcome, reason);
            onward(part);
        }
        return ended(turn.digest());
    }

    private void onward(Part part) {
        store.leave(part.notice());
        course.onward(part.notice(), part.kind());
    }

    /** What came into the digest while it was sent leaves by itself. */
    private Attempt ended(NoticeDigest digest) {
        store.end(digest, clock.instant());
        for (Notice late : store.notices(digest))
            kinds.find(late.kind())
                    .flatMap(kind -> recipients.find(late.account(), kind))
                    .flatMap(found -> found.routes().stream()
                            .filter(route -> route.medium() == late.medium())
                            .findFirst())
                    .ifPresent(route -> {
                        store.leave(late);
                        planner.send(late, route, Instant.EPOCH);
                    });
        return new Attempt.Delivered();
    }
}
