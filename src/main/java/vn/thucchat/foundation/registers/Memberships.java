package vn.thucchat.foundation.registers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.pages.Result;

/** Who belongs to a household or business. To act for it is another thing: {@code foundation.identity.people} says that. */
@Service
public class Memberships {

    private final MembershipStore store;
    private final SubjectStore subjects;
    private final RecordRights rights;
    private final PersonRegistry people;
    private final AccessLog log;
    private final InstantSource clock;

    Memberships(
            MembershipStore store,
            SubjectStore subjects,
            RecordRights rights,
            PersonRegistry people,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.subjects = subjects;
        this.rights = rights;
        this.people = people;
        this.log = log;
        this.clock = clock;
    }

    /** What somebody is in a household or business. */
    public enum Role {
        HEAD,
        SPOUSE,
        CHILD,
        PARENT,
        MEMBER,
        OWNER,
        LEGAL_REPRESENTATIVE;

        public String key() {
            return "registers.role." + this;
        }
    }

    /**
     * One who belongs to a subject.
     *
     * @param untilOn the last day, or null while it lasts
     */
    public record Member(
            UUID id,
            UUID person,
            Role role,
            LocalDate fromOn,
            @Nullable LocalDate untilOn,
            Origin origin) {}

    /** To what a person belongs. */
    public record Held(
            SubjectId subject,
            Subject.Kind kind,
            String code,
            Role role,
            LocalDate fromOn,
            @Nullable LocalDate untilOn) {}

    /** A member with the name. */
    public record Named(Member member, String name) {}

    /** Those who belong to a subject today, with their names; each of them sees that the name was read. */
    @Transactional
    public List<Named> members(Actor reader, Subject subject, Look look) {
        rights.requireReader(reader, subject, look);
        List<Member> members = store.of(subject.id(), today());
        Map<UUID, String> names = members.isEmpty()
                ? Map.of()
                : people.named(reader, members.stream().map(Member::person).toList(), subject.path(), look.logged());
        return members.stream()
                .map(member -> new Named(member, names.getOrDefault(member.person(), "")))
                .toList();
    }

    /** To what the actor's own person, or whom they act for, belongs today. */
    public List<Held> own(Actor actor) {
        Optional<Subject> own = rights.own(actor).filter(subject -> subject.kind() == Subject.Kind.PERSON);
        return own.map(subject -> store.ofPersons(rights.ids(subject)).stream()
                        .filter(held ->
                                held.untilOn() == null || !held.untilOn().isBefore(today()))
                        .toList())
                .orElse(List.of());
    }

    /**
     * Writes down that somebody belongs to a subject; said again, nothing changes.
     *
     * @param reference the paper or dossier by which
     */
    @Transactional
    public Result join(Actor actor, Subject subject, Subject person, Role role, LocalDate from, String reference) {
        if (subject.kind() == Subject.Kind.PERSON || person.kind() != Subject.Kind.PERSON)
            throw new IllegalArgumentException("A person belongs to a household or business");
        boolean platform = actor.equals(Actor.PLATFORM);
        if (!platform && !(rights.clerk(actor, subject) && rights.clerk(actor, person)))
            return new Result.Refused("registers.refused.clerk");
        if (subject.synthetic() != person.synthetic()) return new Result.NotFound();
        if (!platform && (rights.concerns(actor, subject) || rights.concerns(actor, person)))
            return new Result.Refused("registers.refused.own");
        subjects.insert(subject, actor.account(), clock.instant());
        Origin origin = platform ? Origin.DOSSIER : Origin.CARD_READ;
        var member = new Member(Ids.next(clock), person.id().value(), role, from, null, origin);
        if (!store.insert(subject.id(), member, reference, actor.account(), clock.instant()))
            return new Result.Done(null);
        log.record(actor, "registers.member-joined", subject.path(), role + " " + member.id());
        return new Result.Done(member.id());
    }

    /** Writes down the last day on which somebody belonged to a subject. */
    @Transactional
    public Result leave(Actor actor, Subject subject, UUID member, LocalDate last) {
        if (!actor.equals(Actor.PLATFORM) && !rights.clerk(actor, subject))
            return new Result.Refused("registers.refused.clerk");
        if (rights.concerns(actor, subject)) return new Result.Refused("registers.refused.own");
        if (!store.end(subject.id(), member, last)) return new Result.NotFound();
        log.record(actor, "registers.member-left", subject.path(), member.toString());
        return new Result.Done(member);
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
