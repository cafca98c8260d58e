package vn.thucchat.foundation.registers.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.FieldValue;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.Origin;
import vn.thucchat.foundation.registers.Papers;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Registers;
import vn.thucchat.foundation.registers.Subject;
import vn.thucchat.foundation.registers.SubjectId;

/** A clerk finds a person, household or business for a purpose, sees what is held, and writes down what a card says. */
@Controller
record CounterRecordsController(
        Registers registers,
        Memberships memberships,
        Papers papers,
        HeldLines words,
        Access access,
        InstantSource clock,
        Pages pages) {

    private static final String ONE = CounterRecordsPage.PATH + "/{id}";

    @GetMapping(CounterRecordsPage.PATH)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View form(Texts t) {
        return form(Form.blank(t, Map.of("kind", Subject.Kind.PERSON.name())), false, HttpStatus.OK);
    }

    /** Numbers are sent, never part of an address. */
    @PostMapping(CounterRecordsPage.PATH)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View find(Form<FindForm> form, Actor actor) {
        if (form.wrong()) return form(form, false, HttpStatus.UNPROCESSABLE_CONTENT);
        FindForm typed = form.value();
        Look look = new Look(typed.purpose(), typed.reference().strip());
        Subject found = registers
                .find(actor, typed.kind(), typed.code(), look)
                .or(() -> typed.open() ? opened(actor, typed) : Optional.empty())
                .orElse(null);
        if (found != null) return SeeOther.at(found.path() + query(typed.purpose()));
        boolean person = typed.kind() == Subject.Kind.PERSON;
        String fault = person ? "registers.find.person" : "registers.find.code";
        return form(form.with("code", fault), !person, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private Optional<Subject> opened(Actor actor, FindForm typed) {
        return switch (typed.kind()) {
            case PERSON -> Optional.empty();
            case HOUSEHOLD -> registers.household(actor, typed.code(), actor.synthetic());
            case BUSINESS -> registers.business(actor, typed.code(), actor.synthetic());
        };
    }

    @GetMapping(ONE)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View show(
            @PathVariable UUID id,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            Actor actor,
            Texts t) {
        return show(found(actor, id, purpose), purpose(purpose), actor, t, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(ONE + "/values")
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View enter(
            @PathVariable UUID id,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            Form<EntryForm> form,
            Actor actor,
            Texts t,
            Flash flash) {
        Subject subject = found(actor, id, purpose);
        Look.Purpose why = purpose(purpose);
        return form.answer(
                typed -> typed.card().isBlank()
                        ? value(actor, subject, typed)
                        : card(actor, subject, typed, new Look(why, "")),
                _ -> flash.then("registers.entered", subject.path() + query(why)),
                (again, status) -> show(subject, why, actor, t, again, status));
    }

    /** The whole card; of another person's nothing is written down. */
    private Result card(Actor actor, Subject subject, EntryForm typed, Look look) {
        List<Map.Entry<RegisterField, String>> read = CardFields.read(typed.card());
        if (read.isEmpty()) return Result.invalid("card", "registers.card.fault");
        boolean same = registers
                .find(actor, Subject.Kind.PERSON, typed.card(), look)
                .filter(subject::equals)
                .isPresent();
        if (!same) return Result.invalid("card", "registers.card.other");
        LocalDate issued = read.stream()
                .filter(one -> one.getKey() == RegisterField.CARD_ISSUED_ON)
                .findFirst()
                .flatMap(one -> day(one.getValue()))
                .orElse(null);
        return under(
                "card",
                registers.record(
                        actor,
                        subject,
                        "counter " + typed.key(),
                        read.stream()
                                .map(one -> entry(actor, one.getKey(), one.getValue(), "", issued))
                                .toList()));
    }

    private static Optional<LocalDate> day(String iso) {
        return iso.length() == "2021-06-01".length() ? Optional.of(LocalDate.parse(iso)) : Optional.empty();
    }

    private Result value(Actor actor, Subject subject, EntryForm typed) {
        RegisterField field = typed.field();
        if (field == null) return Result.invalid("field", "form.choose");
        if (typed.paper().isBlank()) return Result.invalid("paper", "registers.entry.paper.fault");
        if (!field.onCard()) return Result.invalid("field", "form.choose");
        return under(
                "value",
                registers.record(
                        actor,
                        subject,
                        "counter " + typed.key(),
                        List.of(entry(actor, field, typed.value(), typed.paper(), typed.on()))));
    }

    private Registers.Entry entry(
            Actor actor, RegisterField field, String value, String paper, @Nullable LocalDate issued) {
        Instant asOf = issued == null
                ? clock.instant()
                : issued.atStartOfDay(BusinessTime.VIETNAM).toInstant();
        String agency = actor.grants().stream()
                .filter(grant -> grant.role().equals(PeopleRoles.COUNTER_CLERK))
                .findFirst()
                .map(grant -> access.unitName(grant.unit()))
                .orElse("");
        return new Registers.Entry(
                field,
                value,
                new FieldValue.Source(Origin.CARD_READ, agency, paper.strip()),
                new FieldValue.Validity(asOf, null, null));
    }

    /** Faults of a field are told where the clerk typed it. */
    private static Result under(String field, Result result) {
        return result instanceof Result.Invalid(List<FieldError> errors)
                ? new Result.Invalid(errors.stream()
                        .map(error -> new FieldError(field, error.key(), error.arguments()))
                        .distinct()
                        .toList())
                : result;
    }

    /** @throws Problem 404 for nobody, and where no purpose is said: nobody is looked at without one */
    private Subject found(Actor actor, UUID id, String purpose) {
        purpose(purpose);
        return registers.find(actor, new SubjectId(id)).orElseThrow(() -> Problem.notFound("registers.none"));
    }

    private static Look.Purpose purpose(String typed) {
        return Look.Purpose.read(typed)
                .filter(Look.Purpose::official)
                .orElseThrow(() -> Problem.notFound("registers.none"));
    }

    private static String query(Look.Purpose purpose) {
        return "?for=" + purpose;
    }

    private View form(Form<?> form, boolean unknown, HttpStatus status) {
        return pages.show("foundation/registers/counter", new CounterRecordsPage(form, unknown), status);
    }

    private View show(Subject subject, Look.Purpose purpose, Actor actor, Texts t, Form<?> form, HttpStatus status) {
        Look look = Look.of(purpose);
        String key = form.text("key").isEmpty() ? UUID.randomUUID().toString() : form.text("key");
        var page = new CounterRecordPage(
                subject,
                query(purpose),
                words.of(registers.held(actor, subject, RegisterField.of(subject.kind()), look), Map.of(), t),
                subject.kind() == Subject.Kind.PERSON ? List.of() : memberships.members(actor, subject, look),
                papers.papers(actor, subject, look),
                papers.kinds(),
                words.today(),
                new CounterRecordPage.Entry(form, key));
        return pages.show("foundation/registers/counter-record", page, status);
    }
}
