package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.delivery.InboxMessage;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/** Notes what became of a notice's tries, and says by which way it goes on; in the caller's transaction. */
@Component
class NoticeCourse {

    private static final int LONGEST_REFERENCE = 300;
    /** Tries by one channel before the next has its turn: half an hour, and five seconds where life is in danger. */
    private static final int MAX_ATTEMPTS = 4;

    private static final int MAX_ATTEMPTS_IN_DANGER = 2;
    /** Without another channel: all that the outbox makes in three days. */
    private static final int MAX_ATTEMPTS_WITHOUT_OTHER = 9;

    /** A notice that is still worth sending. */
    record Pending(Notice notice, NoticeKind kind, InboxMessage message) {}

    private final NoticeStore store;
    private final NoticeAttemptStore attempts;
    private final NoticePlanner planner;
    private final DigestStore digests;
    private final NoticeKinds kinds;
    private final NoticeRecipients recipients;
    private final Inbox inbox;
    private final NoticeFacts facts;
    private final InstantSource clock;

    NoticeCourse(
            NoticeStore store,
            NoticeAttemptStore attempts,
            NoticePlanner planner,
            DigestStore digests,
            NoticeKinds kinds,
            NoticeRecipients recipients,
            Inbox inbox,
            NoticeFacts facts,
            InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.planner = planner;
        this.digests = digests;
        this.kinds = kinds;
        this.recipients = recipients;
        this.inbox = inbox;
        this.facts = facts;
        this.clock = clock;
    }

    /** Returns what is to be sent of a notice; ends a notice that was opened, recalled or has expired. */
    Optional<Pending> pending(Notice notice, Instant now) {
        NoticeKind kind = kinds.find(notice.kind()).orElse(null);
        InboxMessage message = inbox.find(notice.account(), notice.id()).orElse(null);
        boolean opened = message != null && message.seen();
        if (kind != null && message != null && !opened && !inbox.recalled(message) && now.isBefore(notice.expiresAt()))
            return Optional.of(new Pending(notice, kind, message));
        boolean recalled = message != null && inbox.recalled(message);
        note(notice, opened ? Outcome.OPENED : Outcome.EXPIRED, recalled ? "recalled" : "");
        ended(notice, opened ? Notice.State.OPENED : Notice.State.EXPIRED);
        return Optional.empty();
    }

    /** Records a failed attempt; returns false when the next channel has its turn. */
    boolean retry(Pending of, Outcome outcome, String reason) {
        int number = note(of.notice(), outcome, reason).number();
        int maxAttempts = next(of.notice(), of.kind()).isEmpty()
                ? MAX_ATTEMPTS_WITHOUT_OTHER
                : of.kind().importance() == NoticeKind.Importance.EXTREME ? MAX_ATTEMPTS_IN_DANGER : MAX_ATTEMPTS;
        return number < maxAttempts;
    }

    /**
     * Lets the next channel have its turn, with tries of its own: what was in a digest in one of the next channel, where
     * there can be one. Without a channel the person was not reached.
     */
    void sendByNextChannel(Notice notice, NoticeKind kind) {
        NoticeRecipients.Route next = next(notice, kind).orElse(null);
        if (next == null) {
            ended(notice, Notice.State.UNREACHED);
            return;
        }
        if (!store.move(notice, next.medium())) return;
        Optional<Instant> digest = digests.at(notice);
        if (digest.isPresent()) {
            if (planner.regather(notice, next, digest.get())) return;
            digests.remove(notice);
        }
        planner.send(notice, next, Instant.EPOCH);
    }

    /** The first channel of the person's order by which the notice was not tried. */
    private Optional<NoticeRecipients.Route> next(Notice notice, NoticeKind kind) {
        List<Medium> tried = attempts.of(notice.account(), notice.id()).stream()
                .map(Notice.Attempt::medium)
                .toList();
        return recipients.find(notice.account(), kind).stream()
                .flatMap(found -> found.routes().stream())
                .filter(route -> !tried.contains(route.medium()))
                .findFirst();
    }

    /** Writes the notice anew for the person's next address of the same medium, where there is one. */
    boolean sendToOtherAddress(Notice notice, NoticeKind kind) {
        Optional<NoticeRecipients.Route> other = another(notice, kind);
        other.ifPresent(route -> planner.send(notice, route, Instant.EPOCH));
        return other.isPresent();
    }

    /** The person's next address of the same medium. */
    Optional<NoticeRecipients.Route> another(Notice notice, NoticeKind kind) {
        return recipients.find(notice.account(), kind).stream()
                .flatMap(found -> found.routes().stream())
                .filter(route -> route.medium() == notice.medium())
                .findFirst();
    }

    void ended(Notice notice, Notice.State state) {
        Instant now = clock.instant();
        if (store.end(notice, state, now)) facts.ended(notice, state, now);
    }

    /** Notes a try, or a decision not to. */
    Notice.Attempt note(Notice notice, Outcome outcome, String reference) {
        int number = (int) attempts.of(notice.account(), notice.id()).stream()
                        .filter(attempt -> attempt.medium() == notice.medium())
                        .count()
                + 1;
        var attempt = new Notice.Attempt(
                notice.account(), notice.id(), notice.medium(), number, outcome, cut(reference), clock.instant());
        attempts.insert(attempt);
        return attempt;
    }

    /** Keeps whole ids of a message's parts: receipts name them. */
    private static String cut(String reference) {
        if (reference.length() <= LONGEST_REFERENCE) return reference;
        int space = reference.lastIndexOf(' ', LONGEST_REFERENCE);
        return reference.substring(0, space > 0 ? space : LONGEST_REFERENCE);
    }
}
