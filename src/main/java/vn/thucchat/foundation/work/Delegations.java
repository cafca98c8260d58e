package vn.thucchat.foundation.work;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.UnitCode;

/** Lets a person who goes away name who takes their work: a holder of the same role, who may do it anyway. */
@Service
public class Delegations {

    static final int PAGE = 50;
    private static final UUID LAST = new UUID(-1, -1);
    /** Days that an absence may last; for a longer one the role is granted to another person. */
    static final int MOST_DAYS = 366;

    /** Who may stand in for somebody. */
    public record Deputy(String role, UnitCode unit, UUID account, String name) {}

    private final DelegationStore store;
    private final WorkKinds kinds;
    private final Accounts accounts;
    private final Access access;
    private final RoleDefinitions roles;
    private final AccessLog log;
    private final InstantSource clock;

    Delegations(
            DelegationStore store,
            WorkKinds kinds,
            Accounts accounts,
            Access access,
            RoleDefinitions roles,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.kinds = kinds;
        this.accounts = accounts;
        this.access = access;
        this.roles = roles;
        this.log = log;
        this.clock = clock;
    }

    /** Those who may stand in for the actor: real ones for a real person, by role, unit and name. */
    public List<Deputy> deputies(Actor actor) {
        return kinds.roles().stream()
                .flatMap(role -> actor.grants().stream()
                        .filter(grant -> roles.holders(role).contains(grant.role()))
                        .flatMap(grant -> UnitCode.read(grant.unit()).stream())
                        .distinct()
                        .flatMap(unit -> deputies(actor, role, unit).stream()))
                .toList();
    }

    private List<Deputy> deputies(Actor actor, String role, UnitCode unit) {
        return accounts.holders(roles.holders(role)).stream()
                .filter(holder -> holder.synthetic() == actor.synthetic()
                        && !holder.account().equals(actor.account())
                        && access.may(holding(holder), role, unit.value()))
                .map(holder -> new Deputy(role, unit, holder.account(), holder.name()))
                .distinct()
                .toList();
    }

    private static Actor holding(Accounts.Holder holder) {
        return new Actor(
                holder.account(),
                "",
                holder.name(),
                holder.synthetic(),
                List.of(new Actor.Grant(holder.role(), holder.unit())));
    }

    /** The actor's own, the latest first. */
    public Slice<Delegation> of(Actor actor, Cursor before) {
        return Slice.of(
                store.ofPerson(actor.account(), before.id(0, LAST), PAGE + 1),
                PAGE,
                delegation -> Cursor.of(delegation.id()));
    }

    /** What is wrong with the days of a delegation, all at once; that they overlap others is found when it is made. */
    public List<FieldError> faults(LocalDate first, LocalDate last) {
        var faults = new ArrayList<FieldError>();
        if (first.isBefore(BusinessTime.day(clock.instant())))
            faults.add(new FieldError("first", "work.delegation.past"));
        if (last.isBefore(first)) faults.add(new FieldError("last", "work.delegation.order"));
        if (last.isAfter(first.plusDays(MOST_DAYS))) faults.add(new FieldError("last", "work.delegation.long"));
        return faults;
    }

    /** From the first day to the last the deputy takes the actor's work of a role in a unit. */
    @Transactional
    public Result delegate(Actor actor, Deputy to, LocalDate first, LocalDate last) {
        Instant now = clock.instant();
        List<FieldError> faults = faults(first, last);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (!deputies(actor).contains(to)) return Result.invalid("deputy", "form.choose");
        var made = new Delegation(
                to.unit(), Ids.next(clock), to.role(), actor.account(), to.account(), first, last, now, null);
        if (!store.add(made)) return Result.invalid("first", "work.delegation.overlap");
        log.record(
                actor,
                "work.delegated",
                "/admin/accounts/" + to.account(),
                to.role() + " " + to.unit() + " " + first + " – " + last);
        return new Result.Done(made.id());
    }

    /** Takes a delegation back that has not ended. */
    @Transactional
    public Result withdraw(Actor actor, UUID id) {
        Instant now = clock.instant();
        if (!store.withdraw(id, actor.account(), now, BusinessTime.day(now))) return new Result.NotFound();
        log.record(actor, "work.delegation-withdrawn", "/work/delegations", id.toString());
        return new Result.Done(id);
    }

    /** For whom the actor stands in on a day. */
    List<UUID> standsInFor(Actor actor, LocalDate day) {
        return store.ofDeputy(actor.account(), day).stream()
                .map(Delegation::person)
                .distinct()
                .toList();
    }

    /** All that hold on a day. */
    List<Delegation> onDay(LocalDate day) {
        return store.onDay(day);
    }
}
