package vn.thucchat.foundation.identity.reviews;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.LastSignIns;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.UnitCode;

/** Shows administrators the reviews of their units, the people in them and what was decided. */
@Service
public class AccessReviews {

    public static final String PATH = "/admin/reviews";

    private static final UUID LAST = new UUID(-1, -1);
    private static final UUID FIRST = new UUID(0, 0);

    private final ReviewStore store;
    private final ReviewedRoleStore roles;
    private final ReviewLifecycle lifecycle;
    private final LastSignIns signIns;
    private final Access access;
    private final AccessLog log;
    private final InstantSource clock;

    AccessReviews(
            ReviewStore store,
            ReviewedRoleStore roles,
            ReviewLifecycle lifecycle,
            LastSignIns signIns,
            Access access,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.roles = roles;
        this.lifecycle = lifecycle;
        this.signIns = signIns;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /**
     * A person with the roles that are reviewed.
     *
     * @param lastSignIn within two years, or null
     */
    public record Person(
            UUID account, String name, @Nullable LocalDate lastSignIn, List<ReviewedRole> roles) {}

    /** Those of units in which the actor may give roles, the newest first. */
    public Slice<Review> list(Actor actor, Cursor after, int size) {
        List<Review> found = store.list(
                access.units(actor, Roles.ADMINISTRATOR),
                actor.synthetic(),
                after.id(0, LAST),
                clock.instant(),
                size + 1);
        return Slice.of(found, size, last -> Cursor.of(last.id()));
    }

    public Optional<Review> find(Actor actor, UUID id) {
        return store.find(id, clock.instant())
                .filter(review ->
                        access.may(actor, Roles.ADMINISTRATOR, review.unit().value(), review.synthetic()));
    }

    /** By name; each person can see that they were looked at. */
    @Transactional
    public Slice<Person> people(Actor actor, Review review, Cursor after, int size) {
        var from = new ReviewedRoleStore.Reviewed(after.text(0, ""), after.id(1, FIRST));
        Slice<ReviewedRoleStore.Reviewed> part =
                Slice.of(roles.persons(review, from, size + 1), size, last -> Cursor.of(last.name(), last.account()));
        List<UUID> shown =
                part.items().stream().map(ReviewedRoleStore.Reviewed::account).toList();
        Map<UUID, List<ReviewedRole>> theirs =
                roles.of(review, shown, clock.instant()).stream().collect(Collectors.groupingBy(ReviewedRole::account));
        Map<UUID, Instant> days = signIns.of(shown);
        for (UUID person : shown) log.recordRead(actor, "identity.review-read", review.path(), "", person);
        return part.map(one -> new Person(
                one.account(),
                one.name(),
                Optional.ofNullable(days.get(one.account()))
                        .map(BusinessTime::day)
                        .orElse(null),
                theirs.getOrDefault(one.account(), List.of())));
    }

    /** What was decided, in its order. */
    public Slice<ReviewedRole> decisions(Actor actor, Review review, Cursor after, int size) {
        if (find(actor, review.id()).isEmpty()) return new Slice<>(List.of(), null);
        List<ReviewedRole> found =
                roles.decided(review, after.at(0, Instant.EPOCH), after.id(1, FIRST), clock.instant(), size + 1);
        return Slice.of(
                found,
                size,
                last -> Cursor.of(Objects.requireNonNull(last.decision()).decidedAt(), last.roleGrant()));
    }

    /** Begins the review of a unit before its day, as after a breach; it is the quarter's. */
    @Transactional
    public Result beginNow(Actor actor, UnitCode unit) {
        if (!access.may(actor, Roles.ADMINISTRATOR, unit.value())) return new Result.NotFound();
        Instant now = lifecycle.now();
        Quarter quarter = Quarter.of(BusinessTime.day(now));
        UUID begun = lifecycle.begin(new ReviewStore.Due(unit, actor.synthetic()), quarter, now.plusMillis(1), actor);
        return begun == null ? new Result.Stale() : new Result.Done(begun);
    }
}
