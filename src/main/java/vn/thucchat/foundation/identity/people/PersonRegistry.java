package vn.thucchat.foundation.identity.people;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Finds and keeps persons by their numbers. */
@Service
public class PersonRegistry {

    private static final String PURPOSE = "person number";
    private static final LocalDate OLDEST = LocalDate.of(1900, 1, 1);
    private static final int LONGEST_NAME = 120;

    private final PersonStore store;
    private final PersonAliasStore aliases;
    private final Seal seal;
    private final AccessLog log;
    private final InstantSource clock;

    PersonRegistry(PersonStore store, PersonAliasStore aliases, Seal seal, AccessLog log, InstantSource clock) {
        this.store = store;
        this.aliases = aliases;
        this.seal = seal;
        this.log = log;
        this.clock = clock;
    }

    /**
     * Finds the person of a card, for a clerk. The look is written down, found or not.
     *
     * @param purpose why, as a word of {@code VisitPurpose}
     */
    @Transactional
    public Optional<Person> find(Actor clerk, PersonNumber number, String purpose) {
        Optional<Person> found =
                store.find(id(number, clerk.synthetic()), clerk.synthetic()).map(this::person);
        log.recordRead(
                clerk,
                "identity.person-looked-up",
                found.map(Person::path).orElse("/counter"),
                found.isPresent() ? purpose : purpose + ", unknown number",
                found.filter(it -> !own(clerk, it.id())).map(Person::id).orElse(null));
        return found;
    }

    /** The person of a page at the counter; the look is written down. */
    @Transactional
    public Optional<Person> read(Actor clerk, UUID id, String purpose) {
        Optional<Person> found = store.find(id, clerk.synthetic()).map(this::person);
        found.ifPresent(person ->
                log.recordRead(clerk, "identity.person-read", person.path(), purpose, own(clerk, id) ? null : id));
        return found;
    }

    /** One of two persons that may be one, as it was before somebody answered for it; the look is written down. */
    @Transactional
    public Optional<Person> readUnmerged(Actor official, UUID id, String path, String purpose) {
        Optional<Person> found = store.findUnmerged(id, official.synthetic()).map(this::person);
        found.ifPresent(person ->
                log.recordRead(official, "identity.person-compared", path, purpose, own(official, id) ? null : id));
        return found;
    }

    /** The accounts of a person whom a clerk has read, the oldest first; not the clerk's own. */
    public List<UUID> accounts(Actor clerk, Person person) {
        return own(clerk, person.id()) ? List.of() : store.accountsOf(person.id());
    }

    /** The person whom an account belongs to, if that was shown. */
    public Optional<Person> of(Actor actor) {
        return actor.signedIn() ? ofAccount(actor.account()) : Optional.empty();
    }

    Optional<Person> ofAccount(UUID account) {
        return store.ofAccount(account).map(this::person);
    }

    /**
     * The person whom an account belongs to, if that was shown by more than VNeID's level 1: what the law or a clerk ties to
     * a person, and not to the account, opens by it alone. A new account that only names a number opens nothing of before.
     */
    public Optional<Person> proven(Actor actor) {
        return actor.signedIn() ? provenOfAccount(actor.account()) : Optional.empty();
    }

    /**
     * The person of an id, or the one who answers for it, for a room that has checked that somebody may read it and writes the
     * look down itself.
     *
     * @param synthetic whether an invented one is looked for
     */
    public Optional<Person> known(UUID id, boolean synthetic) {
        return store.find(id, synthetic).map(this::person);
    }

    /** The names of some persons, for an official who reads them on the page of another; each of them sees that. */
    @Transactional
    public Map<UUID, String> named(Actor official, Collection<UUID> persons, String path, String purpose) {
        Map<UUID, String> names = store.names(persons, official.synthetic());
        log.recordReads(
                official,
                names.keySet().stream()
                        .filter(person -> !own(official, person))
                        .map(person -> new AccessLog.Read("identity.person-named", path, purpose, person))
                        .toList());
        return names;
    }

    /** The id of the person whom an account belongs to, if that was shown by more than VNeID's level 1. */
    public Optional<UUID> provenOf(UUID account) {
        return provenOfAccount(account).map(Person::id);
    }

    Optional<Person> provenOfAccount(UUID account) {
        return store.provenOfAccount(account).map(this::person);
    }

    /** Whether an account may be of the person of a number: it is, or is of nobody yet. */
    public boolean fits(Actor account, PersonNumber number) {
        UUID id = aliases.staying(id(number, account.synthetic()));
        return store.personOf(account.account()).map(id::equals).orElse(true);
    }

    /** All that is wrong with what was typed of a person. */
    public List<FieldError> faults(PersonNumber number, String name, @Nullable LocalDate born, boolean yearSeen) {
        var faults = new ArrayList<FieldError>();
        String kept = VietnameseText.kept(name).strip();
        if (kept.isEmpty() || kept.length() > LONGEST_NAME) faults.add(new FieldError("name", "people.name.fault"));
        LocalDate today = BusinessTime.day(clock.instant());
        if (born == null || born.isAfter(today) || born.isBefore(OLDEST))
            faults.add(new FieldError("born", "people.born.fault"));
        else if (!number.fits(born) && !yearSeen)
            faults.add(new FieldError("born", "people.born.year", List.of(Integer.toString(number.year()))));
        return faults;
    }

    /**
     * Keeps a person whose card a clerk compared with their face, or writes down that it was compared again.
     *
     * @throws IllegalArgumentException when {@link #faults} finds any
     */
    @Transactional
    public Person keep(Actor clerk, PersonNumber number, String name, LocalDate born) {
        Person person = keep(clerk.synthetic(), number, name, born, Person.Proof.COUNTER);
        log.record(clerk, "identity.person-proven", person.path(), "card compared");
        return person;
    }

    /**
     * Says whose an account is, shown by another provider or by the demonstration. An account is one person's for good.
     *
     * @return empty when it is another person's
     */
    @Transactional
    public Optional<Person> identify(
            Actor account, PersonNumber number, String name, LocalDate born, Person.Proof proof) {
        Person person = keep(account.synthetic(), number, name, born, proof);
        // with the person of that very number, whoever answers for it now: merges are undone
        UUID shown = id(number, account.synthetic());
        boolean linked = store.link(account.account(), shown, proof, clock.instant());
        // shown better than before, it stays so
        if (!linked && proof != Person.Proof.VNEID_1) store.proveAccount(account.account(), shown, proof);
        if (linked) log.record(account, "identity.account-identified", person.path(), proof.name());
        return store.personOf(account.account()).filter(person.id()::equals).map(_ -> person);
    }

    private Person keep(boolean synthetic, PersonNumber number, String name, LocalDate born, Person.Proof proof) {
        if (!faults(number, name, born, true).isEmpty()) throw new IllegalArgumentException("Ask faults() before");
        Instant now = clock.instant();
        var draft = new PersonStore.Draft(VietnameseText.kept(name).strip(), born, proof, now);
        UUID id = id(number, synthetic);
        byte[] sealed = seal.close(number.digits().getBytes(StandardCharsets.US_ASCII), PURPOSE);
        // a clerk's look does not weaken what VNeID showed
        if (!store.insert(id, synthetic, sealed, draft)) store.proven(id, draft);
        return store.find(id, synthetic).map(this::person).orElseThrow();
    }

    /** Whether a person is the clerk, by whichever number. */
    public boolean own(Actor clerk, UUID person) {
        return store.personOf(clerk.account())
                .filter(own -> own.equals(person) || own.equals(aliases.staying(person)))
                .isPresent();
    }

    /** The number of a person by itself, whoever answers for it. */
    PersonNumber number(UUID id) {
        return number(store.numberSealed(id));
    }

    private PersonNumber number(byte[] sealed) {
        return new PersonNumber(new String(seal.open(sealed, PURPOSE), StandardCharsets.US_ASCII));
    }

    private Person person(PersonStore.Kept kept) {
        PersonNumber number = number(kept.numberSealed());
        return new Person(
                kept.id(), number.masked(), kept.name(), kept.born(), kept.proof(), kept.provenAt(), kept.synthetic());
    }

    /** Makes a person's id from the number by a key: a number has one person on whichever server. */
    private UUID id(PersonNumber number, boolean synthetic) {
        return seal.id(number.digits(), synthetic ? PURPOSE + ", synthetic" : PURPOSE);
    }
}
