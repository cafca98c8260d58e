package vn.thucchat.foundation.notify.notices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.notify.channels.DeliveryReceipt;
import vn.thucchat.foundation.notify.channels.Medium;
import vn.thucchat.foundation.notify.channels.NoticeKinds;
import vn.thucchat.foundation.notify.notices.Notice.Outcome;

/**
 * Notes what providers say later of messages that they took: once, whichever of the receipt and the note of the try comes
 * first. A message that did not reach the telephone goes on by the next channel while it is worth it.
 */
@Component
class NoticeReceipts implements DeliveryReceipt.Listener {

    /** Those whose providers say something later. */
    private static final Set<Medium> LATER = EnumSet.of(Medium.SMS, Medium.ZALO);

    private final NoticeReceiptStore receipts;
    private final NoticeStore notices;
    private final NoticeAttemptStore attempts;
    private final NoticeCourse course;
    private final NoticeFacts facts;
    private final NoticeKinds kinds;
    private final Inbox inbox;
    private final InstantSource clock;

    NoticeReceipts(
            NoticeReceiptStore receipts,
            NoticeStore notices,
            NoticeAttemptStore attempts,
            NoticeCourse course,
            NoticeFacts facts,
            NoticeKinds kinds,
            Inbox inbox,
            InstantSource clock) {
        this.receipts = receipts;
        this.notices = notices;
        this.attempts = attempts;
        this.course = course;
        this.facts = facts;
        this.kinds = kinds;
        this.inbox = inbox;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void received(DeliveryReceipt receipt) {
        receipts.lock(receipt.medium(), List.of(receipt.reference()));
        if (!receipts.insert(receipt, clock.instant())) return;
        receipts.attempts(receipt.medium(), receipt.reference()).forEach(this::settle);
    }

    /** Ends a notice that a provider took; its receipts may have come before. */
    void accepted(Notice notice, String reference) {
        Notice.Attempt attempt = course.note(notice, Outcome.ACCEPTED, reference);
        course.ended(notice, Notice.State.SENT);
        if (!LATER.contains(attempt.medium())) return;
        List<String> references = List.of(attempt.reference().split(" ", -1));
        receipts.lock(attempt.medium(), references);
        settle(attempt);
    }

    /** Every part of a message has to arrive. */
    private void settle(Notice.Attempt attempt) {
        List<String> references = List.of(attempt.reference().split(" ", -1));
        List<DeliveryReceipt> known = receipts.find(attempt.medium(), references);
        Optional<DeliveryReceipt> failed =
                known.stream().filter(receipt -> !receipt.delivered()).findFirst();
        if (failed.isEmpty() && known.size() < references.size()) return;
        boolean before = attempts.of(attempt.account(), attempt.notice()).stream()
                .anyMatch(each -> each.medium() == attempt.medium()
                        && (each.outcome() == Outcome.DELIVERED || each.outcome() == Outcome.UNDELIVERED)
                        && each.number() > attempt.number());
        Notice notice = notices.find(attempt.account(), attempt.notice()).orElse(null);
        if (before || notice == null) return;
        course.note(
                notice.by(attempt.medium()),
                failed.isEmpty() ? Outcome.DELIVERED : Outcome.UNDELIVERED,
                failed.map(DeliveryReceipt::words).orElse(""));
        if (failed.isPresent()) sendByNextChannel(notice);
    }

    private void sendByNextChannel(Notice notice) {
        boolean opened = inbox.find(notice.account(), notice.id())
                .filter(message -> !message.seen())
                .isEmpty();
        Instant sentAt = notice.endedAt();
        if (opened || sentAt == null || !clock.instant().isBefore(notice.expiresAt()) || !notices.reopen(notice))
            return;
        facts.reopened(notice.id(), sentAt);
        kinds.find(notice.kind()).ifPresent(kind -> course.sendByNextChannel(notice, kind));
    }
}
