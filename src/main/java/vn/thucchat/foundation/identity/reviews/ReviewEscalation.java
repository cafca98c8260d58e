package vn.thucchat.foundation.identity.reviews;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.delivery.Inbox;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.units.Units;

/** Notifies the administrators of the nearest parent unit that a review is overdue. */
@Component
record ReviewEscalation(
        Accounts accounts, Access access, Units units, Inbox inbox, AccessLog log, InstantSource clock) {

    /** Far more administrators than a line of units has. */
    private static final int MOST = 1_000;

    /** Notifies the administrators above of an overdue review; false where there are none yet. */
    boolean notifyAdministrators(Review review) {
        Set<UUID> above = above(review);
        if (above.isEmpty()) return false;
        inbox.send(
                above,
                ReviewNotices.OVERDUE,
                "reviews.overdue.notice",
                List.of(
                        access.unitName(review.unit().value()),
                        Integer.toString(review.counts().open())),
                review.path(),
                null);
        log.record(Actor.PLATFORM, "identity.review-overdue", review.path(), "× " + above.size());
        return true;
    }

    /** Administrators of the nearest unit above that has any; of the unit itself where there is none above. */
    private Set<UUID> above(Review review) {
        List<UnitCode> line = units.path(review.unit(), BusinessTime.day(clock.instant())).stream()
                .map(Unit::code)
                .toList();
        List<Accounts.Holder> holders = accounts.holders(
                Set.of(Roles.ADMINISTRATOR), line.stream().map(UnitCode::value).toList(), review.synthetic(), MOST);
        for (UnitCode unit : line.reversed()) {
            if (unit.equals(review.unit())) continue;
            Set<UUID> found = in(holders, unit);
            if (!found.isEmpty()) return found;
        }
        return in(holders, review.unit());
    }

    private static Set<UUID> in(List<Accounts.Holder> holders, UnitCode unit) {
        return holders.stream()
                .filter(holder -> holder.unit().equals(unit.value()))
                .map(Accounts.Holder::account)
                .collect(Collectors.toSet());
    }
}
