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
import vn.thucchat.foundation.identity.consent.ReadObjections;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Who looked at the reader's data, and what the reader says against it. */
@Controller
record DataReadsController(DataReadLines lines, ReadObjections objections, Pages pages) {

    @GetMapping(DataReadsPage.PATH)
    @Allow(signedIn = true)
    View list(Actor actor, Cursor cursor) {
        Slice<DataReadLine> shown = lines.of(actor, cursor, DataReadLines.PAGE);
        Table table = Table.of(DataReadsPage.PATH, DataReadsPage.COLUMNS, cursor, shown);
        return pages.show("foundation/identity/consent/looks", new DataReadsPage(shown.items(), table), HttpStatus.OK);
    }

    @GetMapping(DataReadsPage.PATH + "/{id}/objection")
    @Allow(signedIn = true)
    View form(@PathVariable UUID id, Actor actor, Texts t) {
        return form(id, actor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(DataReadsPage.PATH + "/{id}/objection")
    @Allow(signedIn = true)
    View object(@PathVariable UUID id, Form<ObjectionForm> form, Actor actor, Flash flash) {
        if (form.wrong()) return form(id, actor, form, HttpStatus.UNPROCESSABLE_CONTENT);
        return flash.then(objections.object(actor, id, form.value().text()), "looks.objected", DataReadsPage.PATH);
    }

    private View form(UUID id, Actor actor, Form<?> form, HttpStatus status) {
        DataReadLine line = lines.find(actor.account(), id).orElseThrow(() -> Problem.notFound("looks.none-such"));
        return pages.show("foundation/identity/consent/look", new DataReadPage(line, form), status);
    }
}
