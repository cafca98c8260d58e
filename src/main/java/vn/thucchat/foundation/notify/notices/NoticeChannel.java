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
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.delivery.OutboxMessage;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
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
    /** Tries by one channel before the next has its turn: half an hour, and five seconds where life is in danger. */
    private static final int PATIENCE = 4;

    private static final int PATIENCE_IN_DANGER = 2;
    /** Without another channel: all that the outbox makes in three days. */
    private static final int PATIENCE_ALONE = 9;

    /** What the outbox holds of a notice, or of a digest. */
    record Payload(UUID notice, Medium medium) {}

    /** What is known of a notice when it is to be sent. */
    private record Turn(
            Notice notice,
            NoticeKind kind,
            InboxMessage message,
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route) {}

    private final NoticeStore store;
    private final NoticeCourse course;
    private final NoticeReceipts receipts;
    private final NoticeWording wording;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final Contacts contacts;
    private final Inbox inbox;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    NoticeChannel(
            NoticeStore store,
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
        if (!(begun instanceof Turn turn)) return (Attempt) begun;
        SendResult result = turn.route()
                .channel()
                .send(wording.message(turn.recipient(), turn.route(), turn.message(), turn.kind()));
        return database.together(() -> record(turn, result));
    }

    /** @return the turn that is to be made, or an {@link Attempt} where none is */
    private Object begin(UUID account, Payload payload) {
        Notice notice = store.find(account, payload.notice()).orElse(null);
        // sent before, or by another channel since
        if (notice == null || notice.state() != Notice.State.PLANNED || notice.medium() != payload.medium())
            return new Attempt.Delivered();
        Instant now = clock.instant();
        NoticeKind kind = kinds.find(notice.kind()).orElse(null);
        InboxMessage message = inbox.find(account, notice.id()).orElse(null);
        if (kind == null || message == null || inbox.recalled(message) || !now.isBefore(notice.expiresAt()))
            return ended(notice, Outcome.EXPIRED, Notice.State.EXPIRED);
        if (message.seen()) return ended(notice, Outcome.OPENED, Notice.State.OPENED);
        Optional<NoticeRecipients.Recipient> recipient = recipients.find(account, kind);
        Optional<NoticeRecipients.Route> route = recipient.stream()
                .flatMap(found -> found.routes().stream())
                .filter(each -> each.medium() == notice.medium())
                .findFirst();
        if (recipient.isEmpty() || route.isEmpty()) {
            course.note(notice, Outcome.NO_ADDRESS, "");
            return onward(notice, kind);
        }
        Optional<Instant> quiet = NoticePlanner.quietUntil(kind, recipient.get(), now);
        if (quiet.isPresent()) return new Attempt.Deferred(quiet.get());
        return new Turn(notice, kind, message, recipient.get(), route.get());
    }

    private Attempt record(Turn turn, SendResult result) {
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                Notice.Attempt attempt = course.note(turn.notice(), Outcome.ACCEPTED, reference);
                course.ended(turn.notice(), Notice.State.SENT);
                receipts.noted(attempt);
                yield new Attempt.Delivered();
            }
            case SendResult.Refused(var reason, var broken) -> {
                course.note(turn.notice(), broken ? Outcome.BROKEN : Outcome.REFUSED, reason);
                if (broken)
                    contacts.broken(
                            turn.notice().account(), turn.route().contact().id());
                yield broken && course.elsewhere(turn.notice(), turn.kind())
                        ? new Attempt.Delivered()
                        : onward(turn.notice(), turn.kind());
            }
            case SendResult.Absent(var reason) -> {
                course.note(turn.notice(), Outcome.NO_ADDRESS, reason);
                yield onward(turn.notice(), turn.kind());
            }
            case SendResult.Postponed(var reason, var after) -> again(turn, Outcome.POSTPONED, reason, after);
            case SendResult.Unknown(var reason) -> again(turn, Outcome.UNKNOWN, reason, null);
        };
    }

    private Attempt again(Turn turn, Outcome outcome, String reason, @Nullable Duration after) {
        int number = course.note(turn.notice(), outcome, reason).number();
        boolean alone = course.next(turn.notice(), turn.kind()).isEmpty();
        int patience = alone
                ? PATIENCE_ALONE
                : turn.kind().importance() == NoticeKind.Importance.EXTREME ? PATIENCE_IN_DANGER : PATIENCE;
        return number < patience ? new Attempt.Failed(reason, after) : onward(turn.notice(), turn.kind());
    }

    private Attempt onward(Notice notice, NoticeKind kind) {
        course.onward(notice, kind);
        return new Attempt.Delivered();
    }

    private Attempt ended(Notice notice, Outcome outcome, Notice.State state) {
        course.note(notice, outcome, "");
        course.ended(notice, state);
        return new Attempt.Delivered();
    }
}
