package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.RoleAdministration;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/**
 * Begins the reviews of a quarter once its day has come, and follows those that go on: closes what waits for nobody any
 * more, tells the administrators above of what is overdue. Each review is a transaction of its own.
 */
@Component
class ReviewLifecycle {

    private static final int BATCH = 200;
    private static final int BATCHES = 100;
    private static final int ROLES = 500;
    private static final Logger LOG = LoggerFactory.getLogger(ReviewLifecycle.class);

    private final ReviewStore store;
    private final ReviewedRoleStore reviewed;
    private final ReviewTerms terms;
    private final RoleDefinitions roles;
    private final RoleAdministration administration;
    private final ReviewEscalation escalation;
    private final WorkItems work;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReviewLifecycle(
            ReviewStore store,
            ReviewedRoleStore reviewed,
            ReviewTerms terms,
            RoleDefinitions roles,
            RoleAdministration administration,
            ReviewEscalation escalation,
            WorkItems work,
            AccessLog log,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.store = store;
        this.reviewed = reviewed;
        this.terms = terms;
        this.roles = roles;
        this.administration = administration;
        this.escalation = escalation;
        this.work = work;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many reviews were begun */
    int begin() {
        LocalDate today = BusinessTime.day(clock.instant());
        Quarter quarter = Quarter.of(today);
        LocalDate first = terms.begins(quarter);
        if (today.isBefore(first)) return 0;
        Instant before = first.atStartOfDay(BusinessTime.VIETNAM).toInstant();
        int begun = 0;
        for (int i = 0; i < BATCHES; i++) {
            List<ReviewStore.Due> due = store.due(quarter, officials(), before, clock.instant(), BATCH);
            int earlier = begun;
            for (ReviewStore.Due of : due) if (begun(of, quarter, before)) begun++;
            // those that failed come again: a batch of them alone would never end
            if (due.size() < BATCH || begun == earlier) break;
        }
        return begun;
    }

    private boolean begun(ReviewStore.Due of, Quarter quarter, Instant before) {
        try {
            return Boolean.TRUE.equals(transactions.execute(_ -> begin(of, quarter, before, Actor.PLATFORM) != null));
        } catch (RuntimeException e) {
            LOG.warn(
                    "The review of {} cannot be begun; tried again within an hour",
                    of.unit().value(),
                    e);
            return false;
        }
    }

    /** Begins one today, of what is held since before a moment; null when the unit has one of the quarter already. */
    @Nullable
    UUID begin(ReviewStore.Due of, Quarter quarter, Instant before, Actor by) {
        LocalDate today = BusinessTime.day(clock.instant());
        LocalDate due = terms.due(today);
        UUID id = Ids.next(clock);
        if (!store.insert(of, id, quarter, today, due)) return null;
        Instant now = now();
        reviewed.snapshot(of, id, officials(), before, before, now);
        work.open(List.of(new WorkItems.Opening(
                Review.WORK, of.unit(), null, id, List.of(quarter.code()), of.synthetic(), now, due)));
        log.record(by, "identity.review-begun", AccessReviews.PATH + "/" + id, quarter.code());
        return id;
    }

    /** The roles that are reviewed. */
    List<String> officials() {
        return roles.ofOfficials();
    }

    /** Closes, expires or escalates each open review. */
    void follow() {
        UUID after = new UUID(0, 0);
        List<Review> open;
        do {
            open = store.open(after, clock.instant(), BATCH);
            for (Review review : open) {
                try {
                    transactions.executeWithoutResult(status -> follow(review, status));
                } catch (RuntimeException e) {
                    LOG.warn("The review {} cannot be followed; tried again within an hour", review.id(), e);
                }
                after = review.id();
            }
        } while (open.size() == BATCH);
    }

    private void follow(Review review, TransactionStatus status) {
        LocalDate today = BusinessTime.day(clock.instant());
        if (review.counts().open() == 0) close(review, Actor.PLATFORM);
        else if (!review.overdue(today)) return;
        // nothing expires before somebody was told
        else if (store.markEscalated(review, now())) {
            if (!escalation.notifyAdministrators(review)) status.setRollbackOnly();
        } else if (today.isAfter(terms.undecidedUntil(review))) end(review);
    }

    /** Closes one that waits for nobody any more. */
    void close(Review review, Actor by) {
        if (!store.close(review, now())) return;
        work.close(List.of(new WorkItems.Ending(
                Review.WORK, review.unit(), review.id(), by, clock.instant(), WorkItem.Outcome.DONE)));
        log.record(by, "identity.review-closed", review.path(), review.quarter());
    }

    /**
     * Revokes undecided roles after the grace period and closes the review once nothing waits. Administrators keep
     * theirs until somebody decides: a unit without any could not give a role again.
     */
    private void end(Review review) {
        for (ReviewedRole role : reviewed.waiting(review, Roles.ADMINISTRATOR, clock.instant(), ROLES)) {
            // the decision first: where somebody was faster, theirs counts
            if (reviewed.decide(
                    review, role.roleGrant(), ReviewedRole.Outcome.TERM_PASSED, null, Actor.PLATFORM.account(), now()))
                administration.expire(role.account(), role.roleGrant());
        }
        store.find(review.id(), clock.instant())
                .filter(after -> after.counts().open() == 0)
                .ifPresent(after -> close(after, Actor.PLATFORM));
    }

    /** As exact as the database keeps it. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
