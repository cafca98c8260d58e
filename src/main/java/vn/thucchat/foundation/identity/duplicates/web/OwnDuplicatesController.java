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
import vn.thucchat.foundation.identity.duplicates.MergeDecisions;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.identity.duplicates.PersonMerges;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Tells a person that they were found to stand twice, and takes what they say against it. */
@Controller
record OwnDuplicatesController(PersonMerges merges, Pages pages) {

    private static final String PATH = MergeDecisions.OWN;

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View list(Actor actor, Texts t) {
        return page(actor, null, Form.blank(t), HttpStatus.OK);
    }

    @GetMapping(PATH + "/{id}")
    @Allow(signedIn = true)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return page(actor, id, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}/objected")
    @Allow(signedIn = true, recent = 10)
    View object(@PathVariable UUID id, Form<ReasonForm> form, Actor actor, Flash flash) {
        Result result = merges.object(actor, id, form.soFar().reason());
        return result instanceof Result.Done
                ? flash.then("duplicates.objected", PATH)
                : page(actor, id, form.with(result), result.status());
    }

    private View page(Actor actor, @Nullable UUID id, Form<?> form, HttpStatus status) {
        List<PersonMerge> own = merges.own(actor);
        PersonMerge one = id == null
                ? null
                : own.stream()
                        .filter(merge -> merge.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("result.not-found"));
        return pages.show("foundation/identity/duplicates/own", new OwnDuplicatesPage(own, one, form), status);
    }
}
