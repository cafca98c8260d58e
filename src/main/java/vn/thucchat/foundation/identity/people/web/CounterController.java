package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.people.CardLine;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;

/** The counter: a visitor's card is read, and the person is served without an account. */
@Controller
record CounterController(PersonRegistry people, Representations representations, Pages pages) {

    static final String PATH = "/counter";

    @GetMapping(PATH)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View counter(Texts t) {
        return counter(t, Form.blank(t), null, HttpStatus.OK);
    }

    /** Numbers are sent, never part of an address. */
    @PostMapping(PATH)
    @Allow(PeopleRoles.COUNTER_CLERK)
    View read(Form<CounterForm> form, Actor actor, Texts t, Flash flash) {
        CounterForm typed = form.soFar();
        CardLine card = CardLine.read(typed.card()).orElse(null);
        if (card == null) form = form.with("card", "people.card.fault");
        if (card == null || form.wrong()) return counter(t, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        Person known =
                people.find(actor, card.number(), typed.purpose().logged()).orElse(null);
        if (known != null) return SeeOther.at(address(known, typed.purpose()));
        // new here: what the card said is filled in, and the clerk says that card and face were compared
        boolean asked = !typed.name().isEmpty() || typed.born() != null || typed.compared();
        if (!asked) {
            var fields = Map.of(
                    "name",
                    card.name(),
                    "born",
                    card.born() == null ? "" : card.born().toString());
            return counter(t, form.with(fields), card, HttpStatus.OK);
        }
        form = form.with(people.faults(card.number(), typed.name(), typed.born(), typed.yearSeen()));
        if (!typed.compared()) form = form.with("compared", "people.compared.fault");
        if (form.wrong()) return counter(t, form, card, HttpStatus.UNPROCESSABLE_CONTENT);
        Person kept = people.keep(actor, card.number(), typed.name(), Objects.requireNonNull(typed.born()));
        return flash.then("people.kept", address(kept, typed.purpose()));
    }

    @GetMapping(PATH + "/people/{id}")
    @Allow(PeopleRoles.COUNTER_CLERK)
    View person(
            @PathVariable UUID id,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            Actor actor,
            Texts t) {
        return person(actor, t, found(actor, id, purpose), purpose, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH + "/people/{id}/representations")
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View represent(
            @PathVariable UUID id,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            Form<RepresentationForm> form,
            Actor actor,
            Texts t,
            Flash flash) {
        Person representative = found(actor, id, purpose);
        RepresentationForm typed = form.soFar();
        Person whom = CardLine.read(typed.card())
                .flatMap(card -> people.find(actor, card.number(), VisitPurpose.REPRESENTATION.logged()))
                .orElse(null);
        var draft =
                new Representations.Draft(typed.kind(), whom, typed.code(), typed.name(), typed.paper(), typed.until());
        Result result =
                form.wrong() ? new Result.Invalid(List.of()) : representations.make(actor, representative, draft);
        if (result instanceof Result.Done)
            return flash.then("people.representation.made", address(representative, read(purpose)));
        return person(actor, t, representative, purpose, form.with(result), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping(PATH + "/people/{id}/representations/{representation}/ended")
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View end(
            @PathVariable UUID id,
            @PathVariable UUID representation,
            @RequestParam(name = "for", defaultValue = "") String purpose,
            Actor actor,
            Flash flash) {
        Person person = found(actor, id, purpose);
        return flash.then(
                representations.endAtCounter(actor, person, representation),
                "people.representation.ended",
                address(person, read(purpose)));
    }

    /** @throws Problem 404 for nobody, and where no purpose is said: nobody is looked at without one */
    private Person found(Actor actor, UUID id, String purpose) {
        return VisitPurpose.read(purpose)
                .flatMap(why -> people.read(actor, id, why.logged()))
                .orElseThrow(() -> Problem.notFound("people.none"));
    }

    private static VisitPurpose read(String purpose) {
        return VisitPurpose.read(purpose).orElseThrow();
    }

    private static String address(Person person, VisitPurpose purpose) {
        return person.path() + "?for=" + purpose;
    }

    private View counter(Texts t, Form<?> form, @Nullable CardLine unknown, HttpStatus status) {
        String number = unknown == null ? null : unknown.number().masked();
        return pages.show(
                "foundation/identity/people/counter", new CounterPage(form, VisitPurpose.options(t), number), status);
    }

    private View person(Actor actor, Texts t, Person person, String purpose, Form<?> form, HttpStatus status) {
        List<Option> kinds = Stream.of(Representation.Kind.values())
                .map(kind -> new Option(kind.name(), t.of(kind.key())))
                .toList();
        List<Representation> by = representations.by(person);
        List<Representation> of = representations.of(person);
        representations.recordNamed(actor, person, read(purpose).logged(), by, of);
        var page = new PersonPage(person, by, of, form, kinds, person.path(), purpose);
        return pages.show("foundation/identity/people/person", page, status);
    }
}
