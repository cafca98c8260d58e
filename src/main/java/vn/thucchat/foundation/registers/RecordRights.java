package vn.thucchat.foundation.registers;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonAliases;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.pages.Problem;

/** Tells who may read and write of whom: the person, whoever acts for the subject, a clerk who says for what. */
@Component
record RecordRights(
        PersonRegistry people,
        PersonAliases aliases,
        Representations representations,
        SubjectStore subjects,
        MembershipStore memberships,
        ValueSeal seal,
        Access access,
        InstantSource clock) {

    /** The actor's own subject, or that of whom they act for; empty where none is known or the number was only named. */
    Optional<Subject> own(Actor actor) {
        Actor.ActingFor whom = actor.actingFor();
        if (whom == null) return people.proven(actor).map(RecordRights::subject);
        if (whom.over()) return Optional.empty();
        if (whom.person() != null)
            return people.known(whom.person(), actor.synthetic()).map(RecordRights::subject);
        return SubjectCode.read(representations.wholeCode(whom.representation()))
                .flatMap(code -> ofCode(code, actor.synthetic()));
    }

    static Subject subject(Person person) {
        return Subject.person(new SubjectId(person.id()), person.synthetic());
    }

    /** A business of a code, else a household of it. */
    Optional<Subject> ofCode(SubjectCode code, boolean synthetic) {
        List<UUID> ids = List.of(
                seal.id(Subject.Kind.BUSINESS, code.text(), synthetic).value(),
                seal.id(Subject.Kind.HOUSEHOLD, code.text(), synthetic).value());
        List<Subject> found = subjects.find(ids);
        return found.stream()
                .filter(subject -> subject.kind() == Subject.Kind.BUSINESS)
                .findFirst()
                .or(() -> found.stream().findFirst());
    }

    boolean owns(Actor actor, Subject subject) {
        return own(actor).filter(own -> ids(own).contains(subject.id().value())).isPresent();
    }

    /** Whether the actor serves people at a counter and may touch the subject: real ones never touch invented ones. */
    boolean clerk(Actor actor, Subject subject) {
        return subject.synthetic() == actor.synthetic()
                && !access.units(actor, PeopleRoles.COUNTER_CLERK).isEmpty();
    }

    /** Whether a subject is the clerk, or a household or business to which the clerk belongs: others write that down. */
    boolean concerns(Actor clerk, Subject subject) {
        return people.own(clerk, subject.id().value())
                || memberships.of(subject.id(), BusinessTime.day(clock.instant())).stream()
                        .anyMatch(member -> people.own(clerk, member.person()));
    }

    /** @throws Problem 404, so that nobody learns who is in the registers */
    void requireReader(Actor reader, Subject subject, Look look) {
        boolean may = owns(reader, subject) || (look.purpose().official() && clerk(reader, subject));
        if (!may) throw Problem.notFound("registers.none");
    }

    /** A person and those who were merged with them; of others the id alone. */
    List<UUID> ids(Subject subject) {
        UUID id = subject.id().value();
        return subject.kind() == Subject.Kind.PERSON ? aliases.all(aliases.staying(id)) : List.of(id);
    }

    /** Whose data the log says were read; null where it was the reader's own. */
    @Nullable
    UUID logged(Actor reader, Subject subject) {
        boolean self = reader.actingFor() == null
                && subject.kind() == Subject.Kind.PERSON
                && people.own(reader, subject.id().value());
        return self ? null : subject.id().value();
    }
}
