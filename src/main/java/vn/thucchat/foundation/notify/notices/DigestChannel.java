package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
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
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/**
 * Carries digests: what a person wants in one message a day. Each of its notices has its try and its end. A process that
 * dies between the sending and its record sends once more under the same id: from the first try on nothing comes into it,
 * so that a provider that drops a second message of one id drops nothing that was not in the first. Where the channel does
 * not take it, its notices go on by themselves, each by the next channel.
 */
@Component
class DigestChannel implements DeliveryChannel {

    static final String NAME = "notice-digest";
    private static final int MOST_CONNECTIONS = 2;
    /** Tries before those of its notices that have another channel go on by it, as single ones do. */
    private static final int MAX_ATTEMPTS = 4;
    /** Tries for those that have none: all that the outbox makes in three days. */
    private static final int MAX_ATTEMPTS_WITHOUT_OTHER = 9;

    /** A notice that is in the message. */
    private record Part(Notice notice, NoticeKind kind, InboxMessage message) {}

    private record Turn(
            NoticeDigest digest,
            List<Part> parts,
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route) {}

    private final DigestStore store;
    private final NoticeCourse course;
    private final NoticeReceipts receipts;
    private final NoticeWording wording;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final Contacts contacts;
    private final Inbox inbox;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    DigestChannel(
            DigestStore store,
            NoticeCourse course,
            NoticeReceipts receipts,
            NoticeWording wording,
            NoticeKinds kinds,
            NoticeRecipients recipients,
            Contacts contacts,
            Inbox inbox,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.course = course;
        this.receipts = receipts;
        this.wording = wording;
        this.kinds = kinds;
        this.recipients = recipients;
        this.contacts = contacts;
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
        SendResult result =
                turn.route().channel().send(wording.digest(turn.recipient(), turn.route(), id, messages, until));
        return database.together(() -> record(turn, result));
    }

    /** @return the turn that is to be made, or an {@link Attempt} where none is */
    private Object begin(UUID account, UUID id) {
        NoticeDigest digest = store.lock(account, id).orElse(null);
        if (digest == null || digest.endedAt() != null) return new Attempt.Delivered();
        Instant now = clock.instant();
        var parts = new ArrayList<Part>();
        var found = new HashMap<NoticeKind, Optional<NoticeRecipients.Recipient>>();
        NoticeRecipients.Recipient recipient = null;
        NoticeRecipients.Route route = null;
        for (Notice notice : store.notices(digest)) {
            Part part = part(notice, now);
            if (part == null) continue;
            NoticeRecipients.Recipient person = found.computeIfAbsent(
                            part.kind(), kind -> recipients.find(account, kind))
                    .orElse(null);
            NoticeRecipients.Route way = person == null ? null : way(person, digest);
            if (way == null) {
                sendSeparately(part);
                continue;
            }
            recipient = person;
            route = way;
            parts.add(part);
        }
        if (recipient == null || route == null) {
            store.end(digest, now);
            return new Attempt.Delivered();
        }
        Optional<Instant> quiet = recipient.preferences().quiet().end(now);
        if (quiet.isPresent()) return new Attempt.Deferred(quiet.get());
        store.close(digest, now);
        return new Turn(digest, List.copyOf(parts), recipient, route);
    }

    private static NoticeRecipients.@Nullable Route way(NoticeRecipients.Recipient person, NoticeDigest digest) {
        return person.routes().stream()
                .filter(each ->
                        each.medium() == digest.medium() && each.channel().takes(NoticeDigest.KIND))
                .findFirst()
                .orElse(null);
    }

    /** A notice that is still worth sending; null of one that ended here. */
    private @Nullable Part part(Notice notice, Instant now) {
        NoticeKind kind = kinds.find(notice.kind()).orElse(null);
        InboxMessage message = inbox.find(notice.account(), notice.id()).orElse(null);
        if (kind != null
                && message != null
                && !message.seen()
                && !inbox.recalled(message)
                && now.isBefore(notice.expiresAt())) return new Part(notice, kind, message);
        boolean opened = message != null && message.seen();
        course.note(notice, opened ? Outcome.OPENED : Outcome.EXPIRED, "");
        course.ended(notice, opened ? Notice.State.OPENED : Notice.State.EXPIRED);
        return null;
    }

    /** Lets a notice leave by itself: by its medium where the person is still reached by that, else by the next one. */
    private void sendSeparately(Part part) {
        store.leave(part.notice());
        if (course.elsewhere(part.notice(), part.kind())) return;
        course.note(part.notice(), Outcome.NO_ADDRESS, "");
        course.onward(part.notice(), part.kind());
    }

    private Attempt record(Turn turn, SendResult result) {
        NoticeDigest digest =
                store.lock(turn.digest().account(), turn.digest().id()).orElseThrow();
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
            case SendResult.Refused(var reason, var broken) -> {
                if (broken)
                    contacts.broken(digest.account(), turn.route().contact().id());
                yield onward(turn, broken ? Outcome.BROKEN : Outcome.REFUSED, reason);
            }
            case SendResult.Absent(var reason) -> onward(turn, Outcome.NO_ADDRESS, reason);
        };
    }

    /** What has another channel goes on by it after some tries; the rest is tried for longer. */
    private Attempt again(Turn turn, Outcome outcome, String reason, @Nullable Duration after) {
        boolean left = false;
        for (Part part : turn.parts()) {
            int number = course.note(part.notice(), outcome, reason).number();
            boolean other = course.next(part.notice(), part.kind()).isPresent();
            if (number < (other ? MAX_ATTEMPTS : MAX_ATTEMPTS_WITHOUT_OTHER)) left = true;
            else onward(part);
        }
        return left ? new Attempt.Failed(reason, after) : ended(turn.digest());
    }

    /** What was refused for a broken address leaves for the person's next one of the medium, where there is one. */
    private Attempt onward(Turn turn, Outcome outcome, String reason) {
        for (Part part : turn.parts()) {
            course.note(part.notice(), outcome, reason);
            if (outcome == Outcome.BROKEN && course.elsewhere(part.notice(), part.kind())) store.leave(part.notice());
            else onward(part);
        }
        return ended(turn.digest());
    }

    private void onward(Part part) {
        store.leave(part.notice());
        course.onward(part.notice(), part.kind());
    }

    private Attempt ended(NoticeDigest digest) {
        store.end(digest, clock.instant());
        return new Attempt.Delivered();
    }
}
