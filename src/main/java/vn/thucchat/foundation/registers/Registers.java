package vn.thucchat.foundation.registers;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accesslog.DataReads;
import vn.thucchat.foundation.identity.accesslog.LogEntry;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.people.CardLine;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/**
 * Holds what the state knows of persons, households and businesses, each value with its origin, so that no form asks for it
 * again. Each look is for a purpose and logged.
 *
 * <pre>{@code
 * List<HeldField> held = registers.held(citizen, registers.own(citizen).orElseThrow(),
 *         List.of(FULL_NAME, PERMANENT_ADDRESS), Look.own());
 * }</pre>
 */
@Service
public class Registers {

    /** What a source says of a field, as it was typed or sent. */
    public record Entry(RegisterField field, String value, FieldValue.Source source, FieldValue.Validity validity) {}

    /** The newest looks among which the last one at each field is searched. */
    private static final int LOOKS = 100;

    private static final Pattern WORDS = Pattern.compile("[^A-Z_]+");

    private final SubjectStore subjects;
    private final FieldValueStore values;
    private final ValueSeal seal;
    private final ValueRecording recording;
    private final RecordRights rights;
    private final OriginRules rules;
    private final PersonRegistry people;
    private final Consents consents;
    private final AccessLog log;
    private final DataReads reads;
    private final InstantSource clock;

    Registers(
            SubjectStore subjects,
            FieldValueStore values,
            ValueSeal seal,
            ValueRecording recording,
            RecordRights rights,
            OriginRules rules,
            PersonRegistry people,
            Consents consents,
            AccessLog log,
            DataReads reads,
            InstantSource clock) {
        this.subjects = subjects;
        this.values = values;
        this.seal = seal;
        this.recording = recording;
        this.rights = rights;
        this.rules = rules;
        this.people = people;
        this.consents = consents;
        this.log = log;
        this.reads = reads;
        this.clock = clock;
    }

    /** The actor's own subject, or that of whom they act for; empty where none is known or a number was only named. */
    public Optional<Subject> own(Actor actor) {
        return rights.own(actor);
    }

    /** The subject of a person, for a room that has found the person by right. */
    public Subject person(Person person) {
        return RecordRights.subject(person);
    }

    /**
     * Finds a person by card, or a household or business by code, for a clerk. The look is written down, found or not.
     *
     * @param typed the line of a card's QR code, a personal number, a tax code or the code of a household
     */
    @Transactional
    public Optional<Subject> find(Actor clerk, Subject.Kind kind, String typed, Look look) {
        if (kind == Subject.Kind.PERSON)
            return CardLine.read(typed)
                    .flatMap(card -> people.find(clerk, card.number(), look.logged()))
                    .map(RecordRights::subject);
        Optional<Subject> found = SubjectCode.read(typed)
                .flatMap(code -> subjects
                        .find(List.of(
                                seal.id(kind, code.text(), clerk.synthetic()).value()))
                        .stream()
                        .findFirst())
                .filter(subject -> rights.clerk(clerk, subject));
        log.recordRead(
                clerk,
                "registers.subject-looked-up",
                found.map(Subject::path).orElse("/registers"),
                look.logged(),
                found.map(subject -> subject.id().value()).orElse(null));
        return found;
    }

    /** The subject of a page at the counter. What is read of it is written down by {@link #held}. */
    public Optional<Subject> find(Actor clerk, SubjectId id) {
        return people.known(id.value(), clerk.synthetic())
                .map(RecordRights::subject)
                .or(() -> subjects.find(List.of(id.value())).stream().findFirst())
                .filter(subject -> rights.clerk(clerk, subject));
    }

    /** Opens a household, or finds it by its code. */
    @Transactional
    public Optional<Subject> household(Actor actor, String code, boolean synthetic) {
        return open(actor, Subject.Kind.HOUSEHOLD, code, synthetic);
    }

    /** Opens a business, or finds it by its tax code or registration number; empty where that is none. */
    @Transactional
    public Optional<Subject> business(Actor actor, String code, boolean synthetic) {
        return open(actor, Subject.Kind.BUSINESS, code, synthetic);
    }

    private Optional<Subject> open(Actor actor, Subject.Kind kind, String typed, boolean synthetic) {
        return SubjectCode.read(typed).flatMap(code -> {
            var subject = new Subject(seal.id(kind, code.text(), synthetic), kind, synthetic, code.shown());
            if (!actor.equals(Actor.PLATFORM) && !rights.clerk(actor, subject)) return Optional.empty();
            if (subjects.insert(subject, actor.account(), clock.instant()))
                log.record(actor, "registers.subject-opened", subject.path(), kind.name());
            return Optional.of(subject);
        });
    }

    /**
     * What is held of some fields, those of which nothing is held left out. Whoever reads is the person, acts for the subject,
     * or is a clerk with a purpose.
     *
     * @throws Problem 404 for anybody else
     */
    @Transactional
    public List<HeldField> held(Actor reader, Subject subject, Collection<RegisterField> fields, Look look) {
        rights.requireReader(reader, subject, look);
        boolean own = rights.owns(reader, subject);
        List<HeldField> held = read(subject, fields, own);
        String seen = held.stream().map(field -> field.field().name()).collect(Collectors.joining(" "));
        log.recordRead(reader, look.action(), subject.path(), look.detail(seen), rights.logged(reader, subject));
        return held;
    }

    private List<HeldField> read(Subject subject, Collection<RegisterField> fields, boolean own) {
        Set<RegisterField> wanted = EnumSet.noneOf(RegisterField.class);
        fields.stream().filter(field -> field.isOf(subject.kind())).forEach(wanted::add);
        Stream<FieldValue> shown = subject.kind() == Subject.Kind.PERSON
                ? people.known(subject.id().value(), subject.synthetic()).stream()
                        .flatMap(person -> PersonValues.of(person, wanted).stream())
                : Stream.empty();
        List<FieldValue> all = Stream.concat(
                        shown, values.of(rights.ids(subject), wanted).stream().map(seal::open))
                .toList();
        Set<UUID> agreed = consents.holding(
                all.stream()
                        .filter(Registers::stated)
                        .map(value -> value.recorded().recordedBy())
                        .collect(Collectors.toSet()),
                RegisterPurposes.STATED);
        LocalDate today = BusinessTime.day(clock.instant());
        Map<RegisterField, Precedence> order = rules.on(today);
        var held = new ArrayList<HeldField>();
        for (RegisterField field : wanted) {
            Map<Boolean, List<FieldValue>> usable = all.stream()
                    .filter(value -> value.field() == field)
                    .collect(Collectors.partitioningBy(value ->
                            !stated(value) || agreed.contains(value.recorded().recordedBy())));
            List<FieldValue> used = usable.getOrDefault(true, List.of());
            List<FieldValue> unused = own ? usable.getOrDefault(false, List.of()) : List.of();
            if (used.isEmpty() && unused.isEmpty()) continue;
            FieldValue current = Optional.ofNullable(order.get(field))
                    .flatMap(precedence -> precedence.current(used, today))
                    .orElse(null);
            List<FieldValue> others =
                    used.stream().filter(value -> !value.equals(current)).toList();
            held.add(new HeldField(field, current, others, unused));
        }
        return held;
    }

    /** Who last looked at each field, besides the person, by the access log; for the person or whoever acts for the subject. */
    public Map<RegisterField, LogEntry> lastLooks(Actor owner, Subject subject) {
        if (!rights.owns(owner, subject)) return Map.of();
        var last = new EnumMap<RegisterField, LogEntry>(RegisterField.class);
        for (LogEntry look : reads.about(rights.ids(subject), LOOKS)) {
            if (!look.action().startsWith("registers.read-")) continue;
            Set<String> seen = Set.copyOf(List.of(WORDS.split(look.detail(), -1)));
            for (RegisterField field : RegisterField.values())
                if (seen.contains(field.name())) last.putIfAbsent(field, look);
        }
        return last;
    }

    static boolean stated(FieldValue value) {
        return value.source().origin() == Origin.STATED;
    }

    /**
     * Writes down what a source said, in the transaction of the act that learned it. Said again with the same key, nothing
     * changes. What a national database, a dossier or the system before said only the platform writes down, for a room that
     * has checked it; a clerk what a card says; the person what they state, by consent.
     *
     * @param key made by the sender, unique for the subject: {@code dossier 000.19.H55-261201-0001}
     */
    @Transactional
    public Result record(Actor actor, Subject subject, String key, List<Entry> entries) {
        return recording.record(actor, subject, key, entries);
    }
}
