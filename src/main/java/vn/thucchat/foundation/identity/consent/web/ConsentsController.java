package vn.thucchat.foundation.identity.consent.web;

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
import vn.thucchat.foundation.identity.consent.ConsentRecord;
import vn.thucchat.foundation.identity.consent.Consents;
import vn.thucchat.foundation.identity.purposes.DataPurposes;
import vn.thucchat.foundation.identity.purposes.PurposeText;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** A person's consents: one button for each purpose, and one as near to take it back. */
@Controller
record ConsentsController(Consents consents, DataPurposes purposes, Pages pages) {

    private static final int PAGE = 8;

    @GetMapping(Consents.PATH)
    @Allow(signedIn = true)
    View list(Actor actor, Cursor cursor, Texts t) {
        List<ConsentsPage.Asked> asked = purposes.byConsent().stream()
                .map(purpose -> asked(actor, purpose.text(t)))
                .toList();
        Slice<ConsentRecord> history = consents.history(actor, cursor, PAGE);
        Table table = Table.of(Consents.PATH, ConsentsPage.COLUMNS, cursor, history);
        return pages.show(
                "foundation/identity/consent/consents", new ConsentsPage(asked, history.items(), table), HttpStatus.OK);
    }

    private ConsentsPage.Asked asked(Actor actor, PurposeText text) {
        var held = consents.held(actor, text.purpose());
        var said = held.or(() -> consents.last(actor, text.purpose()));
        return new ConsentsPage.Asked(text, said.orElse(null), held.isPresent());
    }

    @PostMapping(Consents.PATH + "/{purpose}/given")
    @Allow(signedIn = true)
    View give(@PathVariable String purpose, Form<ConsentForm> form, Actor actor, Texts t, Flash flash) {
        return flash.then(consents.give(actor, text(purpose, t), form.text("text")), "consents.given", Consents.PATH);
    }

    @PostMapping(Consents.PATH + "/{purpose}/withdrawn")
    @Allow(signedIn = true)
    View withdraw(@PathVariable String purpose, Actor actor, Texts t, Flash flash) {
        return flash.then(consents.withdraw(actor, text(purpose, t)), "consents.withdrawn", Consents.PATH);
    }

    @GetMapping(Consents.PATH + "/{id}")
    @Allow(signedIn = true)
    View show(@PathVariable UUID id, Actor actor) {
        ConsentRecord act = consents.find(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        var page = new ConsentRecordPage(act, actor.name(), consents.words(act), consents.proven(act));
        return pages.show("foundation/identity/consent/record", page, HttpStatus.OK);
    }

    private PurposeText text(String purpose, Texts t) {
        return purposes.find(purpose)
                .orElseThrow(() -> Problem.notFound("result.not-found"))
                .text(t);
    }
}
