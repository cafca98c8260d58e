package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKind;
import vn.thucchat.foundation.notify.contacts.NoticeRecipients;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/** Notes what became of a notice's tries, and says by which way it goes on; in the caller's transaction. */
@Component
class NoticeCourse {

    private static final int LONGEST_REFERENCE = 300;

    private final NoticeStore store;
    private final NoticeAttemptStore attempts;
    private final NoticePlanner planner;
    private final NoticeRecipients recipients;
    private final NoticeFacts facts;
    private final InstantSource clock;

    NoticeCourse(
            NoticeStore store,
            NoticeAttemptStore attempts,
            NoticePlanner planner,
            NoticeRecipients recipients,
            NoticeFacts facts,
            InstantSource clock) {
        this.store = store;
        this.attempts = attempts;
        this.planner = planner;
        this.recipients = recipients;
        this.facts = facts;
        this.clock = clock;
    }

    /** Lets the next channel have its turn, with tries of its own; without one the person was not reached. */
    void onward(Notice notice, NoticeKind kind) {
        NoticeRecipients.Route next = next(notice, kind).orElse(null);
        if (next == null) ended(notice, Notice.State.UNREACHED);
        else if (store.move(notice, next.medium())) planner.send(notice, next, Instant.EPOCH);
    }

    /** The first channel of the person's order by which the notice was not tried. */
    Optional<NoticeRecipients.Route> next(Notice notice, NoticeKind kind) {
        List<Medium> tried = attempts.of(notice.account(), notice.id()).stream()
                .map(Notice.Attempt::medium)
                .toList();
        return recipients.find(notice.account(), kind).stream()
                .flatMap(found -> found.routes().stream())
                .filter(route -> !tried.contains(route.medium()))
                .findFirst();
    }

    /** Writes the notice anew for the person's next address of the same medium, where there is one. */
    boolean elsewhere(Notice notice, NoticeKind kind) {
        Optional<NoticeRecipients.Route> other = recipients.find(notice.account(), kind).stream()
                .flatMap(found -> found.routes().stream())
                .filter(route -> route.medium() == notice.medium())
                .findFirst();
        other.ifPresent(route -> planner.send(notice, route, Instant.EPOCH));
        return other.isPresent();
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
