package vn.thucchat.foundation.identity.people.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.people.Person;
import vn.thucchat.foundation.identity.people.PersonRegistry;
import vn.thucchat.foundation.identity.people.Representation;
import vn.thucchat.foundation.identity.people.Representations;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** Who the reader is by law, for whom they act, and who acts for them. */
@Controller
record OwnPersonController(PersonRegistry people, Representations representations, Pages pages) {

    static final String PATH = "/id/person";

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View own(Actor actor, Texts t) {
        Person person = people.of(actor).orElse(null);
        Person proven = people.proven(actor).orElse(null);
        List<Representation> by = proven == null ? List.of() : representations.by(proven);
        List<Representation> of = proven == null ? List.of() : representations.of(proven);
        var page = new PersonPage(person, by, of, Form.blank(t), List.of(), PATH, "");
        return pages.show("foundation/identity/people/person", page, HttpStatus.OK);
    }

    @PostMapping(PATH + "/representations/{id}/ended")
    @Allow(signedIn = true, recent = 10)
    View end(@PathVariable UUID id, Actor actor, Flash flash) {
        Person person = people.proven(actor).orElseThrow(() -> Problem.notFound("people.none"));
        return flash.then(representations.end(actor, person, id), "people.representation.ended", PATH);
    }
}
