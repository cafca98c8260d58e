package vn.thucchat.foundation.identity.breaches;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.purposes.PrivacyRoles;
import vn.thucchat.foundation.identity.requests.ResponsibleUnit;
import vn.thucchat.foundation.identity.retention.PrivacyRule;
import vn.thucchat.foundation.identity.retention.PrivacyRules;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.work.WorkItem;
import vn.thucchat.foundation.work.WorkItems;

/** Keeps the register of breaches: entered by an officer, revised, never overwritten. */
@Service
public class Breaches {

    public static final String PATH = "/privacy/breaches";

    private static final UUID LAST = new UUID(-1, -1);

    private final BreachStore store;
    private final PrivacyRules rules;
    private final ResponsibleUnit responsible;
    private final Access access;
    private final WorkItems work;
    private final AccessLog log;
    private final InstantSource clock;

    Breaches(
            BreachStore store,
            PrivacyRules rules,
            ResponsibleUnit responsible,
            Access access,
            WorkItems work,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.rules = rules;
        this.responsible = responsible;
        this.access = access;
        this.work = work;
        this.log = log;
        this.clock = clock;
    }

    /** Those that an officer may see, the newest first. */
    public Slice<Breach> list(Actor officer, Cursor after, int size) {
        List<Breach> found = store.list(
                access.units(officer, PrivacyRoles.DATA_PROTECTION_OFFICER),
                officer.synthetic(),
                after.id(0, LAST),
                size + 1);
        return Slice.of(found, size, last -> Cursor.of(last.id()));
    }

    public Optional<Breach> find(Actor officer, UUID id) {
        return store.find(id)
                .filter(breach -> access.may(
                        officer,
                        PrivacyRoles.DATA_PROTECTION_OFFICER,
                        breach.unit().value(),
                        breach.synthetic()));
    }

    /** All that was ever told of one, the latest first. */
    public List<Breach.Written> revisions(Actor officer, UUID id) {
        return find(officer, id).isPresent() ? store.revisions(id) : List.of();
    }

    /** Enters one. The clock runs from when it was noticed, not from now. */
    @Transactional
    public Result enter(Actor officer, Instant noticedAt, Breach.Revision first) {
        Instant now = now();
        var faults = new ArrayList<>(faults(noticedAt, first));
        if (noticedAt.isAfter(now)) faults.add(new FieldError("noticedOn", "breaches.noticed.fault"));
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        int hours = rules.of(PrivacyRule.BREACH_HOURS, BusinessTime.day(noticedAt));
        Instant due = noticedAt.plus(Duration.ofHours(hours));
        var made = new Breach(
                Ids.next(clock), responsible.of(officer.synthetic()), officer.synthetic(), noticedAt, due, 1, first);
        if (!access.may(
                officer, PrivacyRoles.DATA_PROTECTION_OFFICER, made.unit().value()))
            return new Result.Refused("breaches.elsewhere");
        store.insert(made, officer.account(), now);
        store.revise(made.id(), 1, first, officer.account(), now);
        work.open(List.of(new WorkItems.Opening(
                Breach.WORK, made.unit(), null, made.id(), List.of(), made.synthetic(), now, BusinessTime.day(due))));
        if (first.authorityToldAt() != null) close(made, officer);
        log.record(officer, "identity.breach-entered", PATH + "/" + made.id(), "");
        return new Result.Done(made.id());
    }

    /** @param no of the revision that the officer read */
    @Transactional
    public Result revise(Actor officer, UUID id, int no, Breach.Revision revision) {
        Breach breach = find(officer, id).orElse(null);
        if (breach == null) return new Result.NotFound();
        List<FieldError> faults = faults(breach.noticedAt(), revision);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (breach.no() != no || !store.revise(id, no + 1, revision, officer.account(), now()))
            return new Result.Stale();
        if (revision.authorityToldAt() != null) close(breach, officer);
        log.record(officer, "identity.breach-revised", PATH + "/" + id, Integer.toString(no + 1));
        return new Result.Done(id);
    }

    private List<FieldError> faults(Instant noticedAt, Breach.Revision told) {
        var faults = new ArrayList<FieldError>();
        Instant authority = told.authorityToldAt();
        Instant people = told.peopleToldAt();
        if (authority != null && (authority.isBefore(noticedAt) || authority.isAfter(now())))
            faults.add(new FieldError("authorityOn", "breaches.told.fault"));
        if (people != null && (people.isBefore(noticedAt) || people.isAfter(now())))
            faults.add(new FieldError("peopleOn", "breaches.told.fault"));
        return faults;
    }

    private void close(Breach breach, Actor officer) {
        work.close(List.of(new WorkItems.Ending(
                Breach.WORK, breach.unit(), breach.id(), officer, clock.instant(), WorkItem.Outcome.DONE)));
    }

    /** As exact as the database keeps it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
