package vn.thucchat.foundation.registers.web;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.registers.HeldField;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Memberships;
import vn.thucchat.foundation.registers.RegisterField;
import vn.thucchat.foundation.registers.Registers;
import vn.thucchat.foundation.registers.Subject;

/** What the state holds about the reader, or about whom they act for: from where, as of when, who looked last. */
@Controller
record RecordsController(
        Registers registers, Memberships memberships, DataRequests requests, HeldLines words, Pages pages) {

    @GetMapping(RecordsPage.PATH)
    @Allow(signedIn = true, acting = true)
    View own(Actor actor, Texts t) {
        Subject subject = registers.own(actor).orElse(null);
        String whom = actor.actingFor() == null ? null : actor.actingFor().name();
        RecordsPage page = subject == null
                ? new RecordsPage(null, whom, List.of(), List.of(), List.of())
                : new RecordsPage(
                        subject,
                        whom,
                        lines(actor, subject, RegisterField.of(subject.kind()), t),
                        memberships.own(actor),
                        subject.kind() == Subject.Kind.PERSON
                                ? List.of()
                                : memberships.members(actor, subject, Look.own()));
        return pages.show("foundation/registers/records", page);
    }

    @GetMapping(RecordsPage.PATH + "/{field}/correction")
    @Allow(signedIn = true, acting = true)
    View correction(@PathVariable String field, Actor actor, Texts t) {
        return correction(line(actor, field, t), Form.blank(t), HttpStatus.OK);
    }

    /** Becomes a request of the reader about data, which an officer answers within the days that the law gives. */
    @PostMapping(RecordsPage.PATH + "/{field}/correction")
    @Allow(signedIn = true, acting = true)
    View correct(@PathVariable String field, Form<CorrectionForm> form, Actor actor, Texts t, Flash flash) {
        HeldLine line = line(actor, field, t);
        return form.answer(
                typed -> asked(actor, reason(actor, line, typed.wrong(), t)),
                _ -> flash.then("registers.correction.sent", RecordsPage.PATH),
                (again, status) -> correction(line, again, status));
    }

    private Result asked(Actor actor, String reason) {
        Result result = requests.make(actor, DataRequest.Kind.CORRECT, reason);
        return result instanceof Result.Invalid ? Result.invalid("wrong", "requests.most") : result;
    }

    private static String reason(Actor actor, HeldLine line, String wrong, Texts t) {
        String what = t.of(line.field().key());
        Actor.ActingFor whom = actor.actingFor();
        return (whom == null ? what : what + " · " + whom.name()) + ": " + wrong;
    }

    private View correction(HeldLine line, Form<?> form, HttpStatus status) {
        return pages.show("foundation/registers/correction", new CorrectionPage(line, form), status);
    }

    private HeldLine line(Actor actor, String field, Texts t) {
        Subject subject = registers.own(actor).orElseThrow(() -> Problem.notFound("registers.none"));
        List<RegisterField> named = RegisterField.of(subject.kind()).stream()
                .filter(one -> one.name().equals(field))
                .toList();
        return lines(actor, subject, named, t).stream()
                .findFirst()
                .orElseThrow(() -> Problem.notFound("registers.none"));
    }

    private List<HeldLine> lines(Actor actor, Subject subject, List<RegisterField> fields, Texts t) {
        List<HeldField> held = registers.held(actor, subject, fields, Look.own());
        return words.of(held, registers.lastLooks(actor, subject), t);
    }
}
