package vn.thucchat.foundation.identity.consent.web;

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
import vn.thucchat.foundation.identity.accounts.Accounts;
import vn.thucchat.foundation.identity.consent.ReadObjection;
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** An objection to a look at somebody's data, for an administrator of the reader's unit to answer. */
@Controller
record ObjectionController(ReadObjections objections, DataReadLines lines, Accounts accounts, Pages pages) {

    @GetMapping(ReadObjections.PATH + "{id}")
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return show(id, actor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(ReadObjections.PATH + "{id}/answer")
    @Allow(Roles.ADMINISTRATOR)
    View answer(@PathVariable UUID id, Form<ObjectionForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> objections.answer(actor, id, typed.text()),
                done -> flash.then("looks.answered", ReadObjections.PATH + id),
                (again, status) -> show(id, actor, again, status));
    }

    private View show(UUID id, Actor actor, Form<?> form, HttpStatus status) {
        ReadObjection objection = objections.read(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        String subject = accounts.find(objection.subject()).orElseThrow().name();
        DataReadLine line =
                lines.find(objection.subject(), objection.look().look()).orElseThrow();
        var page = new ObjectionPage(objection, subject, line, objections.mayAnswer(actor, objection), form);
        return pages.show("foundation/identity/consent/objection", page, status);
    }
}
