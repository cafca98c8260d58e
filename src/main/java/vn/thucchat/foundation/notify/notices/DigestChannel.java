package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
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
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/**
 * Carries digests: what a person wants in one message a day. Each of its notices has its try and its end. A process that
 * dies between the sending and its record sends once more under the same id: from the first try on nothing comes into it,
 * so that a provider that drops a second message of one id drops nothing that was not in the first. Where the channel does
 * not take it, its notices go on in a digest of the next channel; by themselves where that takes none.
 */
@Component
class DigestChannel implements DeliveryChannel {

    static final String NAME = "notice-digest";
    private static final int MOST_CONNECTIONS = 2;

    /** A digest with the message that it leaves as. */
    private record Sending(
            NoticeDigest digest,
            List<NoticeCourse.Pending> parts,
            NoticeRecipients.Route route,
            OutgoingMessage message) {}

    private final DigestStore store;
    private final NoticeCourse course;
    private final NoticeReceipts receipts;
    private final NoticeWording wording;
    private final NoticeRecipients recipients;
    private final Contacts contacts;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    DigestChannel(
            DigestStore store,
            NoticeCourse course,
            NoticeReceipts receipts,
            NoticeWording wording,
            NoticeRecipients recipients,
            Contacts contacts,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.course = course;
        this.receipts = receipts;
        this.wording = wording;
        this.recipients = recipients;
        this.contacts = contacts;
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
        if (!(begun instanceof Sending turn)) return (Attempt) begun;
        SendResult result = turn.route().channel().send(turn.message());
        return database.together(() -> record(turn, result));
    }

    /** @return the turn that is to be made, or an {@link Attempt} where none is */
    private Object begin(UUID account, UUID id) {
        NoticeDigest digest = store.lock(account, id).orElse(null);
        if (digest == null || digest.endedAt() != null) return new Attempt.Delivered();
        Instant now = clock.instant();
        var parts = new ArrayList<NoticeCourse.Pending>();
        var found = new HashMap<NoticeKind, Optional<NoticeRecipients.Recipient>>();
        NoticeRecipients.Recipient recipient = null;
        NoticeRecipients.Route route = null;
        for (Notice notice : store.notices(digest)) {
            NoticeCourse.Pending part = course.pending(notice, now).orElse(null);
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
        return new Sending(digest, List.copyOf(parts), route, worded(id, parts, recipient, route));
    }

    private static NoticeRecipients.@Nullable Route way(NoticeRecipients.Recipient person, NoticeDigest digest) {
        return person.routes().stream()
                .filter(each ->
                        each.medium() == digest.medium() && each.channel().takes(NoticeDigest.KIND))
                .findFirst()
                .orElse(null);
    }

    /** Composes the message of a digest; it expires with the last of its notices. */
    private OutgoingMessage worded(
            UUID id,
            List<NoticeCourse.Pending> parts,
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route) {
        Instant until = parts.stream()
                .map(part -> part.notice().expiresAt())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        return wording.digest(
                recipient,
                route,
                id,
                parts.stream().map(NoticeCourse.Pending::message).toList(),
                until);
    }

    /** Lets a notice leave by itself by its medium, where the person is still reached by that, else by the next one. */
    private void sendSeparately(NoticeCourse.Pending part) {
        if (course.sendToOtherAddress(part.notice(), part.kind())) {
            store.remove(part.notice());
            return;
        }
        course.note(part.notice(), Outcome.NO_ADDRESS, "");
        course.sendByNextChannel(part.notice(), part.kind());
    }

    private Attempt record(Sending turn, SendResult result) {
        NoticeDigest digest =
                store.lock(turn.digest().account(), turn.digest().id()).orElseThrow();
        if (digest.endedAt() != null) return new Attempt.Delivered();
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                for (NoticeCourse.Pending part : turn.parts()) receipts.accepted(part.notice(), reference);
                yield ended(digest);
            }
            case SendResult.Postponed(var reason, var after) -> again(turn, Outcome.POSTPONED, reason, after);
            case SendResult.Unknown(var reason) -> again(turn, Outcome.UNKNOWN, reason, null);
            case SendResult.Refused(var reason, var broken) -> {
                if (broken)
                    contacts.broken(digest.account(), turn.route().contact().id());
                yield sendByNextChannel(turn, broken ? Outcome.BROKEN : Outcome.REFUSED, reason);
            }
            case SendResult.Absent(var reason) -> sendByNextChannel(turn, Outcome.NO_ADDRESS, reason);
        };
    }

    /** What has another channel goes on by it after some tries; the rest is tried for longer. */
    private Attempt again(Sending turn, Outcome outcome, String reason, @Nullable Duration after) {
        boolean left = false;
        for (NoticeCourse.Pending part : turn.parts())
            if (course.retry(part, outcome, reason)) left = true;
            else course.sendByNextChannel(part.notice(), part.kind());
        return left ? new Attempt.Failed(reason, after) : ended(turn.digest());
    }

    /** What was refused for a broken address leaves at once for the person's next one of the medium, where there is one. */
    private Attempt sendByNextChannel(Sending turn, Outcome outcome, String reason) {
        for (NoticeCourse.Pending part : turn.parts()) course.note(part.notice(), outcome, reason);
        boolean other = outcome == Outcome.BROKEN
                && turn.parts().stream()
                        .anyMatch(part ->
                                course.another(part.notice(), part.kind()).isPresent());
        if (other) return new Attempt.Deferred(clock.instant());
        for (NoticeCourse.Pending part : turn.parts()) course.sendByNextChannel(part.notice(), part.kind());
        return ended(turn.digest());
    }

    private Attempt ended(NoticeDigest digest) {
        store.end(digest, clock.instant());
        return new Attempt.Delivered();
    }
}
