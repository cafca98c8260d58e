package vn.thucchat.foundation.identity.reviews;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.RoleAdministration;
import vn.thucchat.foundation.identity.purposes.OwnerAccounts;
import vn.thucchat.foundation.pages.Result;

/**
 * Takes what administrators decide on the roles of their units, one by one: there is no way to keep many at once, so that
 * whoever keeps a role has looked at it.
 */
@Service
public class ReviewDecisions {

    private final AccessReviews reviews;
    private final ReviewedRoleStore roles;
    private final ReviewLifecycle lifecycle;
    private final Administration administration;
    private final RoleAdministration grants;
    private final OwnerAccounts owners;
    private final AccessLog log;
    private final TransactionTemplate transactions;
    private final InstantSource clock;

    ReviewDecisions(
            AccessReviews reviews,
            ReviewedRoleStore roles,
            ReviewLifecycle lifecycle,
            Administration administration,
            RoleAdministration grants,
            OwnerAccounts owners,
            AccessLog log,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.reviews = reviews;
        this.roles = roles;
        this.lifecycle = lifecycle;
        this.administration = administration;
        this.grants = grants;
        this.owners = owners;
        this.log = log;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Decides on one role; what it takes away or ends acts at the person's next request.
     *
     * @param lastDay on which it is held, of {@link ReviewedRole.Outcome#UNTIL}
     */
    public Result decide(Actor actor, UUID id, UUID grant, ReviewedRole.Outcome outcome, @Nullable LocalDate lastDay) {
        Result result = transactions.execute(status -> {
            Result decided = decided(actor, id, grant, outcome, lastDay);
            if (!(decided instanceof Result.Done)) status.setRollbackOnly();
            return decided;
        });
        return Objects.requireNonNull(result);
    }

    private Result decided(
            Actor actor, UUID id, UUID grant, ReviewedRole.Outcome outcome, @Nullable LocalDate lastDay) {
        Review review = reviews.find(actor, id).orElse(null);
        ReviewedRole role = review == null
                ? null
                : roles.find(review, grant, clock.instant()).orElse(null);
        if (review == null || role == null) return new Result.NotFound();
        if (owners.sameOwner(actor.account(), role.account())) return new Result.Refused("reviews.own");
        if (!role.waits()) return new Result.Stale();
        if (outcome == ReviewedRole.Outcome.TERM_PASSED) return Result.invalid("decision", "form.choose");
        boolean until = outcome == ReviewedRole.Outcome.UNTIL;
        if (until && (lastDay == null || lastDay.isBefore(BusinessTime.day(clock.instant()))))
            return Result.invalid("lastDay", "reviews.last-day.fault");
        // a day was typed and another button pressed: which of the two is meant is not guessed
        if (!until && lastDay != null) return Result.invalid("lastDay", "reviews.last-day.unused");
        // the decision before the role, as when the term passes: two at once wait for each other in one order
        if (!roles.decide(review, grant, outcome, lastDay, actor.account(), lifecycle.now())) return new Result.Stale();
        Result changed = change(actor, role, outcome, lastDay);
        if (!(changed instanceof Result.Done)) return changed;
        log.record(
                actor,
                "identity.role-reviewed",
                "/admin/accounts/" + role.account(),
                outcome + " " + role.given().role() + " " + review.unit() + " " + review.quarter());
        Review after = reviews.find(actor, id).orElseThrow();
        if (after.counts().open() == 0) lifecycle.close(after, actor);
        return changed;
    }

    private Result change(Actor actor, ReviewedRole role, ReviewedRole.Outcome outcome, @Nullable LocalDate lastDay) {
        Administration.Entry entry = administration.find(actor, role.account()).orElse(null);
        if (entry == null) return new Result.NotFound();
        int version = entry.account().version();
        return switch (outcome) {
            case KEEP -> new Result.Done(role.roleGrant());
            case UNTIL ->
                result(grants.endOn(actor, role.account(), version, role.roleGrant(), Objects.requireNonNull(lastDay)));
            case TAKE_AWAY -> result(grants.revoke(actor, role.account(), version, role.roleGrant()));
            case TERM_PASSED -> throw new IllegalArgumentException("The platform's alone: " + outcome);
        };
    }

    private static Result result(Administration.Outcome outcome) {
        return switch (outcome) {
            case Administration.Outcome.Done(var account) -> new Result.Done(account);
            case Administration.Outcome.Refused(var why) when why == Administration.Refusal.STALE -> new Result.Stale();
            case Administration.Outcome.Refused(var why)
            when why == Administration.Refusal.ENDS_EARLIER -> Result.invalid("lastDay", "reviews.last-day.later");
            case Administration.Outcome.Refused(var why) -> new Result.Refused("identity.accounts." + why);
            case Administration.Outcome.Linked _, Administration.Outcome.Asked _, Administration.Outcome.RoleAsked _ ->
                throw new IllegalStateException("Not what was asked for: " + outcome);
        };
    }
}
