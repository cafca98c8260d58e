package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.delivery.DatabaseBulkhead;
import vn.thucchat.foundation.delivery.DeliveryChannel;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.OutgoingMessage;
import vn.thucchat.foundation.notify.channels.SendResult;
import vn.thucchat.foundation.notify.contacts.Contacts;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/**
 * Carries notices from the outbox to their channel. A process that dies between the sending and its record sends once more,
 * under the same id; a message that is handed over again after its record is not sent at all.
 */
@Component
class NoticeChannel implements DeliveryChannel {

    static final String NAME = "notice";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_CONNECTIONS = 4;

    /** What the outbox holds of a notice, or of a digest. */
    record Payload(UUID notice, Medium medium) {}

    /** A notice with the message that it leaves as. */
    private record Sending(NoticeCourse.Pending of, NoticeRecipients.Route route, OutgoingMessage message) {}

    private final NoticeStore store;
    private final NoticeCourse course;
    private final NoticeReceipts receipts;
    private final NoticeWording wording;
    private final NoticeRecipients recipients;
    private final Contacts contacts;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    NoticeChannel(
            NoticeStore store,
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

    static Payload read(OutboxMessage message) {
        return JSON.readValue(message.payload(), Payload.class);
    }

    static String payload(UUID notice, Medium medium) {
        return JSON.writeValueAsString(new Payload(notice, medium));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Attempt deliver(OutboxMessage message) {
        Payload payload = read(message);
        UUID account = UUID.fromString(message.recipient());
        Object begun = database.together(() -> begin(account, payload));
        if (!(begun instanceof Sending turn)) return (Attempt) begun;
        SendResult result = turn.route().channel().send(turn.message());
        return database.together(() -> record(turn, result));
    }

    /** @return the turn that is to be made, or an {@link Attempt} where none is */
    private Object begin(UUID account, Payload payload) {
        Notice notice = store.find(account, payload.notice()).orElse(null);
        // sent before, or by another channel since
        if (notice == null || notice.state() != Notice.State.PLANNED || notice.medium() != payload.medium())
            return new Attempt.Delivered();
        Instant now = clock.instant();
        NoticeCourse.Pending pending = course.pending(notice, now).orElse(null);
        if (pending == null) return new Attempt.Delivered();
        NoticeKind kind = pending.kind();
        Optional<NoticeRecipients.Recipient> recipient = recipients.find(account, kind);
        Optional<NoticeRecipients.Route> route = recipient.stream()
                .flatMap(found -> found.routes().stream())
                .filter(each -> each.medium() == notice.medium())
                .findFirst();
        if (recipient.isEmpty() || route.isEmpty()) {
            course.note(notice, Outcome.NO_ADDRESS, "");
            return sendByNextChannel(notice, kind);
        }
        Optional<Instant> quiet = NoticePlanner.quietUntil(kind, recipient.get(), now);
        if (quiet.isPresent()) return new Attempt.Deferred(quiet.get());
        return new Sending(
                pending, route.get(), wording.message(recipient.get(), route.get(), pending.message(), kind));
    }

    private Attempt record(Sending turn, SendResult result) {
        Notice notice = turn.of().notice();
        NoticeKind kind = turn.of().kind();
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                receipts.accepted(notice, reference);
                yield new Attempt.Delivered();
            }
            case SendResult.Refused(var reason, var broken) -> {
                course.note(notice, broken ? Outcome.BROKEN : Outcome.REFUSED, reason);
                if (broken)
                    contacts.broken(notice.account(), turn.route().contact().id());
                yield broken && course.sendToOtherAddress(notice, kind)
                        ? new Attempt.Delivered()
                        : sendByNextChannel(notice, kind);
            }
            case SendResult.Absent(var reason) -> {
                course.note(notice, Outcome.NO_ADDRESS, reason);
                yield sendByNextChannel(notice, kind);
            }
            case SendResult.Postponed(var reason, var after) -> again(turn, Outcome.POSTPONED, reason, after);
            case SendResult.Unknown(var reason) -> again(turn, Outcome.UNKNOWN, reason, null);
        };
    }

    private Attempt again(Sending turn, Outcome outcome, String reason, @Nullable Duration after) {
        return course.retry(turn.of(), outcome, reason)
                ? new Attempt.Failed(reason, after)
                : sendByNextChannel(turn.of().notice(), turn.of().kind());
    }

    private Attempt sendByNextChannel(Notice notice, NoticeKind kind) {
        course.sendByNextChannel(notice, kind);
        return new Attempt.Delivered();
    }
}
