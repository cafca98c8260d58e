package vn.thucchat.foundation.identity.leavers.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import vn.thucchat.foundation.database.Seal;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.leavers.Leaver;
import vn.thucchat.foundation.identity.leavers.LeaverColumn;
import vn.thucchat.foundation.identity.leavers.Leavers;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;

/** Takes the spreadsheet of those who leave; what it would do is looked at before it counts. */
@Controller
@RequestMapping(Leavers.PATH)
record LeaversController(Leavers leavers, SheetFiles sheets, Seal seal, JsonMapper json, Pages pages) {

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View show(Texts t) {
        return page(List.of(), List.of(), "", Form.blank(t), HttpStatus.OK);
    }

    @GetMapping("/template")
    @Allow(Roles.ADMINISTRATOR)
    ResponseEntity<byte[]> template(Texts t) throws IOException {
        return SheetFiles.answer(SheetImport.template(LeaverColumn.class, t.of("leavers.title"), t), "leavers.xlsx");
    }

    /** Changes nothing. */
    @PostMapping
    @Allow(Roles.ADMINISTRATOR)
    View look(@RequestParam(required = false) @Nullable MultipartFile sheet, Actor actor, Texts t) {
        SheetImport<LeaverColumn> read = sheets.read(sheet, Leavers.LIMITS, LeaverColumn.class);
        List<Leaver> found = leavers.read(actor, read);
        List<CellError> errors = read.errors();
        if (!errors.isEmpty()) return page(errors, List.of(), "", Form.blank(t), HttpStatus.UNPROCESSABLE_CONTENT);
        return page(List.of(), found, sealed(actor, found), Form.blank(t), HttpStatus.OK);
    }

    @PostMapping("/closed")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View close(Form<LeaversForm> form, Actor actor, Flash flash) {
        String plan = form.soFar().plan();
        List<Leaver> looked = opened(actor, plan);
        Result result = looked.isEmpty()
                ? new Result.Stale()
                : leavers.close(actor, looked, form.soFar().paper());
        if (result instanceof Result.Done) return flash.then("leavers.done", List.of(looked.size()), Leavers.PATH);
        return page(List.of(), looked, plan, form.with(result), result.status());
    }

    private String sealed(Actor actor, List<Leaver> found) {
        return seal.close(json.writeValueAsString(found.toArray(Leaver[]::new)), purpose(actor));
    }

    private List<Leaver> opened(Actor actor, String plan) {
        try {
            return List.of(json.readValue(seal.open(plan, purpose(actor)), Leaver[].class));
        } catch (IllegalStateException | IllegalArgumentException | JacksonException notOurs) {
            return List.of();
        }
    }

    /** What one administrator looked at another cannot send. */
    private static String purpose(Actor actor) {
        return "leavers looked at by " + actor.account();
    }

    private View page(List<CellError> errors, List<Leaver> found, String plan, Form<?> form, HttpStatus status) {
        return pages.show("foundation/identity/leavers/leavers", new LeaversPage(errors, found, plan, form), status);
    }
}
