package vn.thucchat.foundation.identity.duplicates;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.duplicates.PersonMerge.State;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonAliases;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Records proposals to merge or unmerge two person records, and the person's objections. */
@Service
public class PersonMerges {

    private static final int MOST = 20;
    private static final int LONGEST_PAPER = 200;
    private static final int LONGEST_REASON = 500;

    private final PersonMergeStore store;
    private final PersonAliases aliases;
    private final PersonRegistry people;
    private final AccessLog log;
    private final InstantSource clock;

    PersonMerges(
            PersonMergeStore store, PersonAliases aliases, PersonRegistry people, AccessLog log, InstantSource clock) {
        this.store = store;
        this.aliases = aliases;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What a clerk says.
     *
     * @param paper by what it was seen: {@code CMND 090123456 và thẻ căn cước cùng vân tay}
     */
    public record Statement(String paper, String reason) {

        private Statement kept() {
            return new Statement(
                    VietnameseText.kept(paper).strip(),
                    VietnameseText.kept(reason).strip());
        }

        private List<FieldError> faults() {
            var faults = new ArrayList<FieldError>();
            if (paper.isEmpty() || paper.length() > LONGEST_PAPER)
                faults.add(new FieldError("paper", "duplicates.paper.fault"));
            if (reason.isEmpty() || reason.length() > LONGEST_REASON)
                faults.add(new FieldError("reason", "duplicates.reason.fault"));
            return faults;
        }
    }

    /** Lists merges of a person whom a clerk has read, the newest first; others named there go into the access log. */
    @Transactional
    public List<PersonMerge> of(Actor clerk, Person person, String purpose) {
        List<UUID> all = aliases.all(person.id());
        List<PersonMerge> found = store.of(all, MOST);
        found.stream()
                .flatMap(merge -> Stream.of(merge.goes(), merge.stays()))
                .distinct()
                .filter(named -> !all.contains(named) && !people.own(clerk, named))
                .forEach(named -> log.recordRead(clerk, "identity.person-named", person.path(), purpose, named));
        return found;
    }

    /** Lists merges of the actor's person, the newest first. */
    public List<PersonMerge> own(Actor actor) {
        List<UUID> all = aliases.concerning(actor.account());
        return all.isEmpty() ? List.of() : store.of(all, MOST);
    }

    /** Proposes that one person answers for another, too; nothing changes before an administrator agrees. */
    @Transactional
    public Result propose(Actor clerk, Person stays, Person goes, Statement said) {
        Statement kept = said.kept();
        List<FieldError> faults = kept.faults();
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        if (people.own(clerk, stays.id()) || people.own(clerk, goes.id())) return new Result.Refused("duplicates.own");
        // both by now: whoever reads them now waits for what another decides
        aliases.lock(List.of(stays.id(), goes.id()));
        if (stays.id().equals(goes.id()) || aliases.staying(goes.id()).equals(aliases.staying(stays.id())))
            return Result.invalid("card", "duplicates.same");
        if (answered(stays) || answered(goes)) return new Result.Stale();
        Result unlike = unlike(stays, goes);
        if (unlike != null) return unlike;
        if (store.open(List.of(stays.id(), goes.id()))) return new Result.Refused("duplicates.open");
        if (aliases.represents(stays.id(), goes.id())) return new Result.Refused("duplicates.represents");
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = new PersonMerge(
                Ids.next(clock), goes.id(), stays.id(), clerk.synthetic(), State.PROPOSED, clerk.account(), now);
        if (!store.insert(made)) return new Result.Refused("duplicates.open");
        store.add(
                made,
                Ids.next(clock),
                new PersonMerge.Act("propose", clerk.account(), now, kept.paper(), kept.reason()));
        log.record(clerk, "identity.merge-proposed", made.path(), stays.path());
        return new Result.Done(made.id());
    }

    /** Why two numbers cannot be of one person; null where they can: a personal number and that of an old card. */
    private @Nullable Result unlike(Person stays, Person goes) {
        if (aliases.personal(goes.id()))
            return Result.invalid(
                    "card", aliases.personal(stays.id()) ? "duplicates.two-persons" : "duplicates.other-way");
        if (!aliases.personal(stays.id())) return Result.invalid("card", "duplicates.two-cards");
        return goes.born().getYear() == stays.born().getYear() ? null : Result.invalid("card", "duplicates.years");
    }

    private boolean answered(Person person) {
        return !aliases.staying(person.id()).equals(person.id());
    }

    /** Proposes that the persons of a merge are two after all. */
    @Transactional
    public Result proposeUndo(Actor clerk, Person person, UUID id, Statement said) {
        PersonMerge merge = find(clerk, id)
                .filter(one -> aliases.all(person.id()).contains(one.stays()))
                .orElse(null);
        if (merge == null) return new Result.NotFound();
        if (people.own(clerk, merge.goes()) || people.own(clerk, merge.stays()))
            return new Result.Refused("duplicates.own");
        Statement kept = said.kept();
        List<FieldError> faults = kept.faults();
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        return undo(clerk, merge, kept, "identity.merge-undo-proposed");
    }

    /** Records a person's objection to a merge as a proposal to undo it. */
    @Transactional
    public Result object(Actor actor, UUID id, String reason) {
        PersonMerge merge = own(actor).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElse(null);
        if (merge == null) return new Result.NotFound();
        if (people.proven(actor).isEmpty()) return new Result.Refused("duplicates.object.unproven");
        var kept = new Statement("", reason).kept();
        if (kept.reason().isEmpty() || kept.reason().length() > LONGEST_REASON)
            return Result.invalid("reason", "duplicates.reason.fault");
        return undo(actor, merge, kept, "identity.merge-objected");
    }

    private Result undo(Actor actor, PersonMerge merge, Statement said, String logged) {
        var act = new PersonMerge.Act(
                "propose-undo",
                actor.account(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                said.paper(),
                said.reason());
        if (!store.move(merge, State.UNDO_PROPOSED, act)) return new Result.Stale();
        store.add(merge, Ids.next(clock), act);
        log.record(actor, logged, merge.path(), "");
        return new Result.Done(merge.id());
    }

    private Optional<PersonMerge> find(Actor clerk, UUID id) {
        return store.find(id).filter(merge -> merge.synthetic() == clerk.synthetic());
    }
}
