package vn.thucchat.foundation.identity.people;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.vietnamese.VietnameseDays;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Who may act for whom: written down by a clerk who saw the paper, ended by either side or by its last day. */
@Service
public class Representations {

    /** Of one person; more is a matter for a company. */
    static final int MOST = 50;

    private static final int LONGEST_YEARS = 18;
    /** A child is a person under 18 (Civil Code 2015, Article 21.1). */
    private static final int OF_AGE = 18;

    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PAPER = 200;

    private static final String PURPOSE = "representation code";

    private final RepresentationStore store;
    private final PersonStore people;
    private final PersonAliasStore aliases;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    Representations(
            RepresentationStore store,
            PersonStore people,
            PersonAliasStore aliases,
            Seal seal,
            AccessLog log,
            InstantSource clock) {
        this.store = store;
        this.people = people;
        this.aliases = aliases;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * What a clerk writes down.
     *
     * @param person for whom, where it is a person whose card was read
     * @param code of a household or company
     */
    public record Draft(
            Representation.@Nullable Kind kind,
            @Nullable Person person,
            String code,
            String name,
            String paper,
            @Nullable LocalDate untilOn) {}

    /** For whom a person acts today or will. */
    public List<Representation> by(Person person) {
        return store.by(person.id(), today(), MOST);
    }

    /** For whom a person acts today. */
    public List<Representation> heldBy(Person person) {
        return by(person).stream().filter(one -> !one.fromOn().isAfter(today())).toList();
    }

    /** A right by its id, and an account of the person who acts. */
    public record HeldBy(UUID account, UUID id) {}

    /** Of some rights, those that go on today and are of the person whose the account is. */
    public Set<HeldBy> standing(Collection<HeldBy> some) {
        return store.standing(some, today());
    }

    /** Who acts for a person today or will. */
    public List<Representation> of(Person person) {
        return store.of(person.id(), today(), MOST);
    }

    /** For whom a person acts today, by the id of the representation; empty when it ended or is another's. */
    public Optional<Representation> holding(Person person, UUID id) {
        return store.by(person.id(), id, today()).filter(one -> !one.fromOn().isAfter(today()));
    }

    /** The whole code of the household or company of a right, to look it up by; shown to nobody. Empty for a person. */
    public String wholeCode(UUID id) {
        RepresentationStore.Code code = store.code(id);
        return code.codeSealed() == null
                ? code.code()
                : new String(seal.open(code.codeSealed(), PURPOSE), StandardCharsets.UTF_8);
    }

    /** Writes down that a person may act for somebody from today. */
    @Transactional
    public Result make(Actor clerk, Person representative, Draft draft) {
        List<FieldError> faults = faults(representative, draft);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        Representation.Kind kind = Objects.requireNonNull(draft.kind());
        Person person = kind.ofPerson() ? draft.person() : null;
        UUID clerks = people.personOf(clerk.account()).orElse(null);
        if (representative.id().equals(clerks) || (person != null && person.id().equals(clerks)))
            return new Result.Refused("people.representation.own");
        var made = new Representation(
                Ids.next(clock),
                representative.id(),
                representative.name(),
                kind,
                person == null ? null : person.id(),
                person == null ? shown(draft.code().strip()) : "",
                person == null ? VietnameseText.kept(draft.name()).strip() : person.name(),
                VietnameseText.kept(draft.paper()).strip(),
                today(),
                Objects.requireNonNull(draft.untilOn()));
        // counted while nobody else writes one of either
        people.lock(Stream.of(made.representative(), made.person())
                .filter(Objects::nonNull)
                .toList());
        if (person != null && aliases.staying(representative.id()).equals(aliases.staying(person.id())))
            return Result.invalid("card", "people.representation.self");
        recordEnded(store.endRunOut(representative.id(), today(), Actor.PLATFORM.account(), clock.instant()));
        if (store.count(representative.id()) >= MOST || (person != null && store.count(person.id()) >= MOST))
            return Result.invalid("kind", "people.representation.most");
        if (!store.insert(made, sealed(made, draft.code().strip()), clerk.account(), clock.instant()))
            return Result.invalid("kind", "people.representation.there");
        log.record(clerk, "identity.representation-made", representative.path(), made.kind() + " " + made.id());
        return new Result.Done(made.id());
    }

    /** Ends one at the counter, as a visitor asks; a clerk does not do so for themselves. */
    @Transactional
    public Result endAtCounter(Actor clerk, Person person, UUID id) {
        UUID own = people.personOf(clerk.account()).orElse(null);
        if (own != null && (person.id().equals(own) || store.of(id, own)))
            return new Result.Refused("people.representation.own");
        return end(clerk, person, id);
    }

    /** A household's tax code may be its owner's personal number: of twelve digits the middle is shown to nobody. */
    private static String shown(String code) {
        return PersonNumber.read(code)
                .filter(PersonNumber::personal)
                .map(PersonNumber::masked)
                .orElse(code);
    }

    private RepresentationStore.SealedCode sealed(Representation made, String code) {
        if (made.person() != null || made.code().equals(code)) return RepresentationStore.SealedCode.NONE;
        return new RepresentationStore.SealedCode(
                seal.close(code.getBytes(StandardCharsets.UTF_8), PURPOSE), seal.mark(code, PURPOSE));
    }

    /** Ends one of a person's, on either side; from now on it opens nothing. */
    @Transactional
    public Result end(Actor actor, Person person, UUID id) {
        if (!store.end(id, person.id(), actor.account(), clock.instant())) return new Result.NotFound();
        log.record(actor, "identity.representation-ended", person.path(), id.toString());
        return new Result.Done(id);
    }

    /** Ends what has run out, some at a time; how many. */
    @Transactional
    public int endRunOut() {
        List<RepresentationStore.Ended> ended =
                store.endRunOut(null, today(), Actor.PLATFORM.account(), clock.instant());
        recordEnded(ended);
        return ended.size();
    }

    private void recordEnded(List<RepresentationStore.Ended> ended) {
        for (var one : ended)
            log.record(
                    Actor.PLATFORM,
                    "identity.representation-ran-out",
                    Person.path(one.representative()),
                    one.id().toString());
    }

    /** Writes down whom a clerk read the name of on another's page: whom they act for, and who acts for them. */
    @Transactional
    public void recordNamed(
            Actor clerk, Person person, String purpose, List<Representation> by, List<Representation> of) {
        UUID own = people.personOf(clerk.account()).orElse(null);
        Stream.concat(by.stream().map(Representation::person), of.stream().map(Representation::representative))
                .filter(named -> named != null && !named.equals(own))
                .distinct()
                .forEach(named -> log.recordRead(clerk, "identity.person-named", person.path(), purpose, named));
    }

    private List<FieldError> faults(Person representative, Draft draft) {
        var faults = new ArrayList<FieldError>();
        Representation.Kind kind = draft.kind();
        if (kind == null) faults.add(new FieldError("kind", "form.choose"));
        else if (kind.ofPerson()) {
            if (draft.person() == null) faults.add(new FieldError("card", "people.card.for-whom"));
            else if (draft.person().id().equals(representative.id()))
                faults.add(new FieldError("card", "people.representation.self"));
        } else {
            if (!draft.code().strip().matches("[0-9A-Za-z-]{5,30}"))
                faults.add(new FieldError("code", "people.code.fault"));
            if (blank(draft.name(), LONGEST_NAME)) faults.add(new FieldError("name", "people.name.fault"));
        }
        if (blank(draft.paper(), LONGEST_PAPER)) faults.add(new FieldError("paper", "people.paper.fault"));
        LocalDate until = draft.untilOn();
        if (until == null || until.isBefore(today()) || until.isAfter(today().plusYears(LONGEST_YEARS)))
            faults.add(new FieldError("until", "people.until.fault"));
        else if (kind == Representation.Kind.CHILD && draft.person() != null) {
            LocalDate last = draft.person().born().plusYears(OF_AGE).minusDays(1);
            if (last.isBefore(today())) faults.add(new FieldError("kind", "people.representation.grown"));
            else if (until.isAfter(last))
                faults.add(new FieldError("until", "people.until.child", List.of(VietnameseDays.write(last))));
        }
        return faults;
    }

    private static boolean blank(String text, int longest) {
        String kept = VietnameseText.kept(text).strip();
        return kept.isEmpty() || kept.length() > longest;
    }

    private LocalDate today() {
        return BusinessTime.day(clock.instant());
    }
}
