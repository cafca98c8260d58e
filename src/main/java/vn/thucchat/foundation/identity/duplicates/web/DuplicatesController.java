package vn.thucchat.foundation.identity.duplicates.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.duplicates.MergeDecisions;
import vn.thucchat.foundation.identity.duplicates.PersonMerge;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Administrators decide whether two persons are one, and whether that is undone. */
@Controller
record DuplicatesController(MergeDecisions decisions, Pages pages) {

    private static final String PATH = MergeDecisions.PATH;
    private static final int PAGE = 20;

    @GetMapping(PATH)
    @Allow(Roles.ADMINISTRATOR)
    View list(Cursor cursor, Actor actor) {
        Slice<PersonMerge> shown = decisions.waiting(actor, cursor, PAGE);
        Table table = Table.of(PATH, DuplicatesPage.COLUMNS, cursor, shown);
        return pages.show(
                "foundation/identity/duplicates/duplicates", new DuplicatesPage(shown.items(), table), HttpStatus.OK);
    }

    @GetMapping(PATH + "/{id}")
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return page(actor, id, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH + "/{id}/approved")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View approve(@PathVariable UUID id, Actor actor, Texts t, Flash flash) {
        Result result = decisions.approve(actor, id);
        return result instanceof Result.Done
                ? flash.then("duplicates.approved", PATH + "/" + id)
                : page(actor, id, Form.blank(t).with(result), result.status());
    }

    @PostMapping(PATH + "/{id}/declined")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View decline(@PathVariable UUID id, Form<ReasonForm> form, Actor actor, Flash flash) {
        Result result = decisions.decline(actor, id, form.soFar().reason());
        return result instanceof Result.Done
                ? flash.then("duplicates.declined", PATH + "/" + id)
                : page(actor, id, form.with(result), result.status());
    }

    private View page(Actor actor, UUID id, Form<?> form, HttpStatus status) {
        var one = decisions.read(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        return pages.show("foundation/identity/duplicates/duplicate", new DuplicatePage(one, form), status);
    }
}
