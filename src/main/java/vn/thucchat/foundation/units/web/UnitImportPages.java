package vn.thucchat.foundation.units.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.units.UnitImport;
import vn.thucchat.foundation.units.UnitImport.Outcome;

/** Where an administrator brings in the files of a province. */
@Controller
class UnitImportPages {

    private final UnitImport imports;
    private final Pages pages;

    UnitImportPages(UnitImport imports, Pages pages) {
        this.imports = imports;
        this.pages = pages;
    }

    @GetMapping("/admin/units")
    @Allow(Roles.ADMINISTRATOR)
    View form(Actor actor) {
        return page(actor, "", null, null, HttpStatus.OK);
    }

    @PostMapping("/admin/units")
    @Allow(Roles.ADMINISTRATOR)
    View take(
            Actor actor,
            @RequestParam(defaultValue = "") String collection,
            @RequestParam(required = false) @Nullable MultipartFile units,
            @RequestParam(required = false) @Nullable MultipartFile successions,
            Flash flash)
            throws IOException {
        String name = collection.strip();
        if (units == null || successions == null || units.isEmpty() || successions.isEmpty())
            return page(actor, name, "units.import.files", null, HttpStatus.BAD_REQUEST);
        return switch (imports.take(actor, name, units.getBytes(), successions.getBytes())) {
            case Outcome.Taken taken -> flash.then("units.import.taken", "/admin/units");
            case Outcome.Refused refused ->
                page(actor, name, "units.import.refused", refused, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.BadName bad ->
                page(actor, name, "units.import.bad-name", null, HttpStatus.UNPROCESSABLE_CONTENT);
            case Outcome.NotAllowed no -> page(actor, name, "units.import.not-allowed", null, HttpStatus.FORBIDDEN);
        };
    }

    private View page(
            Actor actor,
            String collection,
            @Nullable String problem,
            Outcome.@Nullable Refused refused,
            HttpStatus status) {
        return pages.show(
                "foundation/units/import",
                new ImportPage(imports.loaded(), imports.mayTake(actor), collection, problem, refused),
                status);
    }
}
