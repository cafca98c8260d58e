package vn.thucchat.foundation.units.web;

import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.units.UnitImport;
import vn.thucchat.foundation.units.UnitImport.Outcome;

/** Where an administrator brings in the files of a province. */
@Controller
record UnitImportPages(UnitImport imports, Pages pages) {

    @GetMapping("/admin/units")
    @Allow(Roles.ADMINISTRATOR)
    View form(Actor actor, Texts t) {
        return page(actor, Form.blank(t, Map.of()), null, HttpStatus.OK);
    }

    @PostMapping("/admin/units")
    @Allow(Roles.ADMINISTRATOR)
    View take(
            Actor actor,
            Form<UnitImportForm> form,
            @RequestParam(required = false) @Nullable MultipartFile units,
            @RequestParam(required = false) @Nullable MultipartFile successions,
            Flash flash)
            throws IOException {
        if (units == null || units.isEmpty()) form = form.with("units", "units.import.files");
        if (successions == null || successions.isEmpty()) form = form.with("successions", "units.import.files");
        if (form.wrong() || units == null || successions == null)
            return page(actor, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        return switch (imports.take(actor, form.value().collection(), units.getBytes(), successions.getBytes())) {
            case Outcome.Taken _ -> flash.then("units.import.taken", "/admin/units");
            case Outcome.Refused refused ->
                page(actor, form.with("", "units.import.refused"), refused, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.BadName _ ->
                page(actor, form.with("collection", "units.import.bad-name"), null, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotAllowed _ ->
                page(actor, form.with("", "units.import.not-allowed"), null, HttpStatus.FORBIDDEN);
        };
    }

    private View page(Actor actor, Form<?> form, Outcome.@Nullable Refused refused, HttpStatus status) {
        return pages.show(
                "foundation/units/import",
                new ImportPage(imports.loaded(), imports.mayTake(actor), form, refused),
                status);
    }
}
