package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.units.UnitCode;

/** Enters reviews that were answered before the platform kept them. */
@Service
public class PastReviews {

    private static final int MOST = 10_000;

    private final ReviewStore store;
    private final ReviewedRoleStore roles;
    private final ReviewLifecycle lifecycle;
    private final ReviewTerms terms;
    private final InstantSource clock;

    PastReviews(
            ReviewStore store,
            ReviewedRoleStore roles,
            ReviewLifecycle lifecycle,
            ReviewTerms terms,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.lifecycle = lifecycle;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * Enters a review in which all roles were kept; nothing where the unit has one of the quarter.
     *
     * @param deciders each role is decided by the first whose own it is not
     * @param days after its beginning on which it was decided
     */
    @Transactional
    public void enterKept(List<Actor> deciders, UnitCode unit, Quarter quarter, int days) {
        var of = new ReviewStore.Due(unit, deciders.getFirst().synthetic());
        LocalDate begun = terms.begins(quarter);
        UUID id = Ids.next(clock);
        if (!store.insert(of, id, quarter, begun, terms.due(begun))) return;
        Instant from = begun.atStartOfDay(BusinessTime.VIETNAM).toInstant();
        Instant now = lifecycle.now();
        roles.snapshot(of, id, lifecycle.officials(), now.plusMillis(1), from, now);
        Instant at = begun.plusDays(days).atTime(2, 30).toInstant(ZoneOffset.UTC);
        Review review = store.find(id, now).orElseThrow();
        for (ReviewedRole role : roles.waiting(review, "", now, MOST))
            deciders.stream()
                    .filter(decider -> !decider.account().equals(role.account()))
                    .findFirst()
                    .ifPresent(decider -> roles.decide(
                            review, role.roleGrant(), ReviewedRole.Outcome.KEEP, null, decider.account(), at));
        store.close(review, at);
    }
}
