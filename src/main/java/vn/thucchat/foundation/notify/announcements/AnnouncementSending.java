package vn.thucchat.foundation.notify.announcements;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.notify.announcements.Announcement.State;
import vn.thucchat.foundation.notify.announcements.AnnouncementAct.What;
import vn.thucchat.foundation.notify.contacts.RecipientPlans;
import vn.thucchat.foundation.notify.notices.NoticeTotals;

/**
 * Writes approved announcements to people's inboxes, from where notices leave as any other does. A batch is one transaction
 * with its recipients and the place that it came to: a process that dies loses one batch, which the next one writes. Two
 * processes never hold one announcement.
 */
@Component
class AnnouncementSending {

    private static final Logger LOG = LoggerFactory.getLogger(AnnouncementSending.class);

    private final AnnouncementStore store;
    private final AnnouncementActStore acts;
    private final AnnouncementCountStore counts;
    private final AnnouncementRecipientStore recipients;
    private final AnnouncementCounting counting;
    private final AnnouncementWording wording;
    private final AnnouncementDrafts drafts;
    private final Inbox inbox;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    AnnouncementSending(
            AnnouncementStore store,
            AnnouncementActStore acts,
            AnnouncementCountStore counts,
            AnnouncementRecipientStore recipients,
            AnnouncementCounting counting,
            AnnouncementWording wording,
            AnnouncementDrafts drafts,
            Inbox inbox,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.acts = acts;
        this.counts = counts;
        this.recipients = recipients;
        this.counting = counting;
        this.wording = wording;
        this.drafts = drafts;
        this.inbox = inbox;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Begins what is due and goes on with what was begun, to its end: a batch of each in turn, so that a long one holds up no
     * other, and a warning that comes meanwhile is next.
     */
    void work() {
        var ended = new HashSet<UUID>();
        List<UUID> due = store.due(clock.instant());
        while (!due.isEmpty()) {
            for (UUID id : due) if (!step(id)) ended.add(id);
            due = store.due(clock.instant()).stream()
                    .filter(id -> !ended.contains(id))
                    .toList();
        }
    }

    /**
     * Begins or continues one announcement by one batch.
     *
     * @return whether another batch may follow now
     */
    private boolean step(UUID id) {
        try {
            transactions.executeWithoutResult(
                    _ -> store.lock(id, State.APPROVED).ifPresent(this::begin));
            return Boolean.TRUE.equals(transactions.execute(_ -> batch(id)));
        } catch (RuntimeException e) {
            // the others leave all the same; this one is tried again at the next run
            LOG.error("Announcement {} could not be sent on", id, e);
            return false;
        }
    }

    /**
     * Counts again: what would cost more than was approved, by more than the margin, or what nobody knows the cost of, is
     * asked for anew. A warning of danger waits for neither.
     */
    private void begin(Announcement announcement) {
        Instant now = clock.instant();
        int round = announcement.progress().round();
        AnnouncementCount approved = counts.find(announcement.id(), round).orElseThrow();
        AnnouncementCount count = counting.count(announcement);
        boolean danger = announcement.draft().kind() == Announcement.Purpose.DANGER;
        if (!danger && (count.hasMissingPrice() || count.exceeds(approved))) {
            counts.insert(announcement.id(), ++round, count);
            store.move(announcement, "require-reapproval", AnnouncementDrafts.at(announcement, round));
            acts.insert(
                    announcement.id(),
                    What.REAPPROVAL_REQUIRED,
                    Actor.PLATFORM,
                    approved.shownCostVnd() + " (" + approved.shownMaxCostVnd() + ") → " + count.shownCostVnd() + " ("
                            + count.shownMaxCostVnd() + ") đ",
                    now);
            drafts.openApprovalTask(announcement);
            return;
        }
        store.move(announcement, "begin", announcement.progress());
        acts.insert(announcement.id(), What.BEGUN, Actor.PLATFORM, "", now);
    }

    /** @return whether there may be more */
    boolean batch(UUID id) {
        Announcement announcement = store.lock(id, State.SENDING).orElse(null);
        if (announcement == null) return false;
        UUID handed = announcement.progress().handed();
        List<UUID> members = counting.members(announcement, handed == null ? Audiences.BEFORE_ALL : handed);
        if (members.isEmpty()) {
            end(announcement);
            return false;
        }
        Set<UUID> alreadyNotified = recipients.alreadyNotified(id, members);
        List<RecipientPlans.Plan> people = counting.recipients(announcement, members).stream()
                .filter(plan -> !alreadyNotified.contains(plan.account()))
                .toList();
        List<UUID> messages = inbox.send(
                people.stream().map(RecipientPlans.Plan::account).toList(),
                announcement.draft().purpose(),
                AnnouncementWording.TEXT,
                wording.arguments(announcement),
                AnnouncementWording.path(id),
                null);
        var rows = new ArrayList<NoticeTotals.Message>();
        for (int i = 0; i < messages.size(); i++)
            rows.add(new NoticeTotals.Message(
                    people.get(i).account(),
                    messages.get(i),
                    people.get(i).preferences().language()));
        recipients.insert(id, rows);
        store.saveProgress(id, members.getLast());
        return true;
    }

    private void end(Announcement announcement) {
        Instant now = clock.instant();
        Announcement.Progress was = announcement.progress();
        store.move(
                announcement,
                "end",
                new Announcement.Progress(was.writtenBy(), was.round(), was.approvedAt(), was.handed(), now));
        acts.insert(announcement.id(), What.ENDED, Actor.PLATFORM, "", now);
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {

        private static final int SECONDS = 20;

        @Bean
        RecurringTask<Void> announcementTask(AnnouncementSending sending) {
            return Tasks.recurring("announcements-send", FixedDelay.ofSeconds(SECONDS))
                    .execute((instance, context) -> sending.work());
        }
    }
}
