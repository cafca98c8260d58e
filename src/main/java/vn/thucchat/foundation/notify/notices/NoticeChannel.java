package vn.thucchat.foundation.notify.notices;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
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
    private static final int LONGEST_REFERENCE = 300;
    /** Tries by one channel before the next has its turn: half an hour, and five seconds where life is in danger. */
    private static final int PATIENCE = 4;

    private static final int PATIENCE_IN_DANGER = 2;
    /** Without another channel: all that the outbox makes in three days. */
    private static final int PATIENCE_ALONE = 9;

    private record Payload(UUID notice, Medium medium) {}

    /** What is known of a notice when it is to be sent. */
    private record Turn(
            Notice notice,
            NoticeKind kind,
            InboxMessage message,
            NoticeRecipients.Recipient recipient,
            NoticeRecipients.Route route) {}

    private final NoticeStore store;
    private final NoticeAttemptStore attempts;
    private final NoticePlanner planner;
    private final NoticeWording wording;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final Contacts contacts;
    private final Inbox inbox;
    private final DatabaseBulkhead database;
    private final InstantSource clock;

    NoticeChannel(
            NoticeStore store,
            NoticeAttemptStore attempts,
            NoticePlanner planner,
            NoticeWording wording,
            NoticeKinds kinds,
            NoticeRecipients recipients,
            Contacts contacts,
            Inbox inbox,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.planner = planner;
        this.wording = wording;
        this.kinds = kinds;
        this.recipients = recipients;
        this.contacts = contacts;
        this.inbox = inbox;
        this.clock = clock;
        database = new DatabaseBulkhead(transactions, MOST_CONNECTIONS);
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
        Payload payload = JSON.readValue(message.payload(), Payload.class);
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
        if (kind == null || message == null || !now.isBefore(notice.expiresAt()))
            return ended(notice, Outcome.EXPIRED, Notice.State.EXPIRED);
        if (message.seen()) return ended(notice, Outcome.OPENED, Notice.State.OPENED);
        Optional<NoticeRecipients.Recipient> recipient = recipients.find(account, kind);
        Optional<NoticeRecipients.Route> route = recipient.stream()
                .flatMap(found -> found.routes().stream())
                .filter(each -> each.medium() == notice.medium())
                .findFirst();
        if (recipient.isEmpty() || route.isEmpty()) {
            note(notice, Outcome.NO_ADDRESS, "");
            return onward(notice, kind);
        }
        Optional<Instant> quiet = NoticePlanner.quietUntil(kind, recipient.get(), now);
        if (quiet.isPresent()) return new Attempt.Deferred(quiet.get());
        return new Turn(notice, kind, message, recipient.get(), route.get());
    }

    private Attempt record(Turn turn, SendResult result) {
        return switch (result) {
            case SendResult.Accepted(var reference) -> {
                note(turn.notice(), Outcome.ACCEPTED, reference);
                yield ended(turn.notice(), null, Notice.State.SENT);
            }
            case SendResult.Refused(var reason, var broken) -> {
                note(turn.notice(), broken ? Outcome.BROKEN : Outcome.REFUSED, reason);
                if (broken)
                    contacts.broken(
                            turn.notice().account(), turn.route().contact().id());
                yield onward(turn.notice(), turn.kind());
            }
            case SendResult.Postponed(var reason, var after) -> again(turn, Outcome.POSTPONED, reason, after);
            case SendResult.Unknown(var reason) -> again(turn, Outcome.UNKNOWN, reason, null);
        };
    }

    private Attempt again(Turn turn, Outcome outcome, String reason, @Nullable Duration after) {
        int number = note(turn.notice(), outcome, reason);
        boolean alone = next(turn.notice(), turn.kind()).isEmpty();
        int patience = alone
                ? PATIENCE_ALONE
                : turn.kind().importance() == NoticeKind.Importance.EXTREME ? PATIENCE_IN_DANGER : PATIENCE;
        return number < patience ? new Attempt.Failed(reason, after) : onward(turn.notice(), turn.kind());
    }

    /** Lets the next channel have its turn, with tries of its own; without one the person was not reached. */
    private Attempt onward(Notice notice, NoticeKind kind) {
        NoticeRecipients.Route next = next(notice, kind).orElse(null);
        if (next == null) return ended(notice, null, Notice.State.UNREACHED);
        if (store.move(notice, next.medium())) planner.send(notice, next, Instant.EPOCH);
        return new Attempt.Delivered();
    }

    private Optional<NoticeRecipients.Route> next(Notice notice, NoticeKind kind) {
        List<Medium> tried = attempts.of(notice.account(), notice.id()).stream()
                .map(Notice.Attempt::medium)
                .toList();
        return recipients.find(notice.account(), kind).stream()
                .flatMap(found -> found.routes().stream())
                .filter(route -> !tried.contains(route.medium()))
                .findFirst();
    }

    private Attempt ended(Notice notice, @Nullable Outcome outcome, Notice.State state) {
        if (outcome != null) note(notice, outcome, "");
        store.end(notice, state, clock.instant());
        return new Attempt.Delivered();
    }

    /** @return the number of the try by its medium */
    private int note(Notice notice, Outcome outcome, String reference) {
        int number = (int) attempts.of(notice.account(), notice.id()).stream()
                        .filter(attempt -> attempt.medium() == notice.medium())
                        .count()
                + 1;
        attempts.insert(new Notice.Attempt(
                notice.account(),
                notice.id(),
                notice.medium(),
                number,
                outcome,
                reference.substring(0, Math.min(reference.length(), LONGEST_REFERENCE)),
                clock.instant()));
        return number;
    }
}
