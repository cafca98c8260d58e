package vn.thucchat.foundation.identity.duplicates;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.duplicates.PersonMerge.State;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonAliases;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.purposes.MergeUndoListener;
import vn.thucchat.foundation.identity.recovery.OwnerWarnings;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/**
 * Lets administrators of the province decide whether two persons are merged, and whether that is undone: never whoever
 * proposed any step of it, by whichever account, nor whose person it is.
 */
@Service
public class MergeDecisions {

    public static final String PATH = "/admin/duplicates";
    /** Address of the page on which persons read of their merges and object. */
    public static final String OWN = "/id/duplicates";

    private static final int LONGEST_REASON = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final PersonMergeStore store;
    private final PersonAliases aliases;
    private final PersonRegistry people;
    private final Accounts accounts;
    private final OwnerWarnings warnings;
    private final List<MergeUndoListener> listeners;
    private final Units units;
    private final AccessLog log;
    private final InstantSource clock;

    MergeDecisions(
            PersonMergeStore store,
            PersonAliases aliases,
            PersonRegistry people,
            Accounts accounts,
            OwnerWarnings warnings,
            List<MergeUndoListener> listeners,
            Units units,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.aliases = aliases;
        this.people = people;
        this.accounts = accounts;
        this.warnings = warnings;
        this.listeners = listeners;
        this.units = units;
        this.log = log;
        this.clock = clock;
    }

    /** Both person records of a merge and its acts, for an administrator to compare. */
    public record Comparison(PersonMerge merge, Person goes, Person stays, List<PersonMerge.Act> acts) {

        public boolean sameName() {
            return VietnameseText.fold(goes.name()).equals(VietnameseText.fold(stays.name()));
        }

        public boolean sameBirthday() {
            return goes.born().equals(stays.born());
        }
    }

    /** Lists merges that wait for a decision, the oldest first; none for an actor who may not decide. */
    public Slice<PersonMerge> waiting(Actor actor, Cursor after, int size) {
        if (!may(actor)) return new Slice<>(List.of(), null);
        return Slice.of(
                store.waiting(actor.synthetic(), after.id(0, FIRST), size + 1), size, last -> Cursor.of(last.id()));
    }

    /** Finds a merge with both person records; each read goes into the access log. */
    @Transactional
    public Optional<Comparison> read(Actor actor, UUID id) {
        return find(actor, id)
                .flatMap(merge -> people.readUnmerged(actor, merge.goes(), merge.path(), "duplicates")
                        .flatMap(goes -> people.readUnmerged(actor, merge.stays(), merge.path(), "duplicates")
                                .map(stays -> new Comparison(merge, goes, stays, store.acts(merge)))));
    }

    private Optional<PersonMerge> find(Actor actor, UUID id) {
        return may(actor) ? store.find(id).filter(merge -> merge.synthetic() == actor.synthetic()) : Optional.empty();
    }

    private boolean may(Actor actor) {
        return units.heldInProvince(actor, Roles.ADMINISTRATOR);
    }

    /** Approves a proposal: merges the two records, or undoes their merge. */
    @Transactional
    public Result approve(Actor actor, UUID id) {
        PersonMerge merge = find(actor, id).orElse(null);
        Result refused = refused(actor, merge);
        if (refused != null || merge == null) return refused == null ? new Result.NotFound() : refused;
        aliases.lock(List.of(merge.goes(), merge.stays()));
        boolean merges = merge.state() == State.PROPOSED;
        // another merge may have come first
        if (merges && !(itself(merge.goes()) && itself(merge.stays()))) return new Result.Stale();
        if (merges && aliases.represents(merge.goes(), merge.stays()))
            return new Result.Refused("duplicates.represents");
        String act = merges ? "approve" : "approve-undo";
        if (!moved(actor, merge, act, merges ? State.MERGED : State.UNDONE, "")) return new Result.Stale();
        UUID all = aliases.staying(merge.stays());
        if (merges) aliases.join(merge.goes(), merge.stays());
        List<UUID> concerned = aliases.accounts(all);
        if (!merges && !aliases.split(merge.goes())) throw new IllegalStateException("No alias of a merge");
        if (!merges) listeners.forEach(listener -> listener.undone(concerned));
        log.record(actor, merges ? "identity.persons-merged" : "identity.merge-undone", merge.path(), "");
        concerned.forEach(account -> tell(account, merges ? "persons-merged" : "merge-undone"));
        return new Result.Done(id);
    }

    /** Declines a proposal with a reason; the records stay as they are. */
    @Transactional
    public Result decline(Actor actor, UUID id, String reason) {
        PersonMerge merge = find(actor, id).orElse(null);
        Result refused = refused(actor, merge);
        if (refused != null || merge == null) return refused == null ? new Result.NotFound() : refused;
        String kept = VietnameseText.kept(reason).strip();
        if (kept.isEmpty() || kept.length() > LONGEST_REASON)
            return Result.invalid("reason", "duplicates.reason.fault");
        boolean merges = merge.state() == State.PROPOSED;
        String act = merges ? "decline" : "decline-undo";
        if (!moved(actor, merge, act, merges ? State.DECLINED : State.MERGED, kept)) return new Result.Stale();
        log.record(actor, "identity.merge-declined", merge.path(), act);
        // whoever objected is told that they are still one
        if (!merges) aliases.accounts(aliases.staying(merge.stays())).forEach(account -> tell(account, "merge-kept"));
        return new Result.Done(id);
    }

    private @Nullable Result refused(Actor actor, @Nullable PersonMerge merge) {
        if (merge == null) return new Result.NotFound();
        if (!merge.state().waits()) return new Result.Stale();
        if (aliases.sameOwner(merge.stateBy(), actor.account())
                || store.acts(merge).stream()
                        .anyMatch(act -> act.proposes() && aliases.sameOwner(act.by(), actor.account())))
            return new Result.Refused("duplicates.second");
        return people.own(actor, merge.goes()) || people.own(actor, merge.stays())
                ? new Result.Refused("duplicates.own")
                : null;
    }

    private boolean moved(Actor actor, PersonMerge merge, String act, State to, String reason) {
        var done =
                new PersonMerge.Act(act, actor.account(), clock.instant().truncatedTo(ChronoUnit.MICROS), "", reason);
        if (!store.move(merge, to, done)) return false;
        store.add(merge, Ids.next(clock), done);
        return true;
    }

    private boolean itself(UUID person) {
        return aliases.staying(person).equals(person);
    }

    private void tell(UUID account, String text) {
        accounts.find(account)
                .flatMap(found -> accounts.actor(found.username()))
                .ifPresent(owner -> warnings.warn(owner, text, OWN));
    }
}
