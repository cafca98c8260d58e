package vn.thucchat.foundation.registers;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Result;

/** Checks and writes down what sources said of a subject, once for each key of a sender. */
@Component
record ValueRecording(
        SubjectStore subjects,
        FieldValueStore values,
        ValueSeal seal,
        RecordRights rights,
        Consents consents,
        AccessLog log,
        InstantSource clock) {

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    Result record(Actor actor, Subject subject, String key, List<Registers.Entry> entries) {
        Set<RegisterField> fields = entries.stream().map(Registers.Entry::field).collect(Collectors.toSet());
        if (entries.isEmpty() || entries.size() > MOST || fields.size() < entries.size())
            throw new IllegalArgumentException("One to " + MOST + " entries, each of another field");
        for (Registers.Entry entry : entries) {
            String refused = refused(actor, subject, entry.source().origin());
            if (refused != null) return new Result.Refused(refused);
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        List<FieldError> faults = faults(subject, entries, now);
        if (!faults.isEmpty()) return new Result.Invalid(faults);
        List<FieldValue> read = entries.stream()
                .map(entry -> new FieldValue(
                        Ids.next(clock),
                        entry.field(),
                        entry.field().type().read(entry.value()).orElseThrow(),
                        entry.source(),
                        exact(entry.validity()),
                        new FieldValue.Recorded(actor.account(), now)))
                .toList();
        subjects.insert(subject, actor.account(), now);
        List<FieldValue> sealed =
                read.stream().map(value -> seal.close(subject.id(), value)).toList();
        int inserted = values.insert(subject.id(), sealed, key, actor.account(), now);
        if (inserted == 0) return again(subject, key, read);
        if (inserted < entries.size()) throw new IllegalStateException("A key of other fields: " + key);
        log.record(
                actor,
                "registers.values-recorded",
                subject.path(),
                entries.getFirst().source().origin() + " "
                        + fields.stream().sorted().map(Enum::name).collect(Collectors.joining(" ")));
        return new Result.Done(read.getFirst().id());
    }

    /** A message key of why not, or null. */
    private @Nullable String refused(Actor actor, Subject subject, Origin origin) {
        return switch (origin) {
            case NATIONAL_DATABASE, DOSSIER, IMPORTED ->
                actor.equals(Actor.PLATFORM) ? null : "registers.refused.platform";
            case CARD_READ ->
                !rights.clerk(actor, subject)
                        ? "registers.refused.clerk"
                        : rights.concerns(actor, subject) ? "registers.refused.own" : null;
            case STATED ->
                !rights.owns(actor, subject)
                        ? "registers.refused.person"
                        : consents.holds(actor.account(), RegisterPurposes.STATED) ? null : "registers.refused.consent";
        };
    }

    private List<FieldError> faults(Subject subject, List<Registers.Entry> entries, Instant now) {
        var known = new HashSet<UUID>();
        if (entries.stream().anyMatch(entry -> entry.validity().corrects() != null))
            values.of(rights.ids(subject), List.of(RegisterField.values())).stream()
                    .filter(kept -> kept.subject().equals(subject.id()))
                    .forEach(kept -> known.add(kept.value().id()));
        var faults = new ArrayList<FieldError>();
        for (Registers.Entry entry : entries) {
            String field = entry.field().name();
            if (!entry.field().isOf(subject.kind())
                    || entry.field().type().read(entry.value()).isEmpty())
                faults.add(new FieldError(field, entry.field().type().fault()));
            if (entry.validity().asOf().isAfter(now)) faults.add(new FieldError(field, "registers.fault.as-of"));
            UUID corrects = entry.validity().corrects();
            if (corrects != null && !known.contains(corrects))
                faults.add(new FieldError(field, "registers.fault.corrects"));
            if (entry.source().originName().isBlank()
                    || entry.source().originName().length() > LONGEST
                    || entry.source().reference().length() > LONGEST)
                faults.add(new FieldError(field, "registers.fault.source"));
        }
        return faults;
    }

    private static FieldValue.Validity exact(FieldValue.Validity validity) {
        return new FieldValue.Validity(
                validity.asOf().truncatedTo(ChronoUnit.MICROS), validity.until(), validity.corrects());
    }

    /** The same said again is done; something else under a key that was used is refused. */
    private Result again(Subject subject, String key, List<FieldValue> read) {
        Set<List<?>> there = values.ofKey(subject.id(), key).stream()
                .map(seal::open)
                .map(ValueRecording::content)
                .collect(Collectors.toSet());
        // a text that was stated and deleted since is not written anew
        boolean same = there.isEmpty()
                || there.equals(read.stream().map(ValueRecording::content).collect(Collectors.toSet()));
        return same ? new Result.Done(null) : new Result.Refused("registers.refused.key");
    }

    /** All but the moment, which a form that is sent twice may take from the clock. */
    private static List<?> content(FieldValue value) {
        var lasts = new FieldValue.Validity(
                Instant.EPOCH, value.validity().until(), value.validity().corrects());
        return List.of(value.field(), value.value(), value.source(), lasts);
    }
}
