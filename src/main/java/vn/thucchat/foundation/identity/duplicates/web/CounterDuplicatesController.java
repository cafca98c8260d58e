package vn.thucchat.foundation.identity.duplicates.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.identity.duplicates.PersonMerges;
import vn.thucchat.foundation.identity.people.CardLine;
import vn.thucchat.foundation.identity.people.PeopleRoles;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** At the counter: the person of one number is the person of another, or is not after all. */
@Controller
record CounterDuplicatesController(PersonMerges merges, PersonRegistry people, Pages pages) {

    private static final String PATH = "/counter/people/{id}/duplicates";
    private static final String PURPOSE = "correction";

    @PostMapping(PATH)
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View propose(@PathVariable UUID id, Form<MergeForm> form, Actor actor, Flash flash) {
        Person stays = person(actor, id);
        MergeForm typed = form.soFar();
        Person goes = CardLine.read(typed.card())
                .flatMap(card -> people.find(actor, card.number(), PURPOSE))
                .orElse(null);
        Result result = goes == null
                ? Result.invalid("card", "duplicates.card.fault")
                : merges.propose(actor, stays, goes, typed.said());
        return result instanceof Result.Done
                ? flash.then("duplicates.proposed", stays.path() + "/duplicates")
                : page(actor, stays, null, form.with(result), result.status());
    }

    /** With the form that proposes a merge, or to undo the one that is named. */
    @GetMapping({PATH, PATH + "/{merge}"})
    @Allow(PeopleRoles.COUNTER_CLERK)
    View show(@PathVariable UUID id, @PathVariable(required = false) @Nullable UUID merge, Actor actor, Texts t) {
        return page(actor, person(actor, id), merge, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{merge}/undone")
    @Allow(value = PeopleRoles.COUNTER_CLERK, recent = 10)
    View proposeUndo(@PathVariable UUID id, @PathVariable UUID merge, Form<MergeForm> form, Actor actor, Flash flash) {
        Person person = person(actor, id);
        Result result = merges.proposeUndo(actor, person, merge, form.soFar().said());
        return result instanceof Result.Done
                ? flash.then("duplicates.undo-proposed", person.path() + "/duplicates")
                : page(actor, person, merge, form.with(result), result.status());
    }

    private Person person(Actor actor, UUID id) {
        return people.read(actor, id, PURPOSE).orElseThrow(() -> Problem.notFound("people.none"));
    }

    private View page(Actor actor, Person person, @Nullable UUID undone, Form<?> form, HttpStatus status) {
        List<PersonMerge> of = merges.of(actor, person, PURPOSE);
        PersonMerge chosen = undone == null
                ? null
                : of.stream()
                        .filter(one -> one.id().equals(undone))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("result.not-found"));
        return pages.show(
                "foundation/identity/duplicates/counter", new CounterDuplicatesPage(person, of, chosen, form), status);
    }
}
