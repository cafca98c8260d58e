package vn.thucchat.steering.indicators.definitions.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.support.RequestContextUtils;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.TargetSheets;
import vn.thucchat.steering.indicators.definitions.UploadedFile;

/** Targets by the thousand: the sheet to fill in, and the sheet sent back. */
@Controller
record TargetSheetController(
        RequestParameters asked,
        TargetSheets sheets,
        Indicators indicators,
        OfficeUnits office,
        InstantSource clock,
        Pages pages,
        Downloads downloads) {

    /** What a sheet that is sent back may hold. */
    private static final int MOST_ROWS = 19_000;

    @GetMapping("/targets/template.xlsx")
    @Allow(SteeringRoles.STEERING_OFFICE)
    ResponseEntity<byte[]> template(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @RequestParam String period,
            @RequestParam String above,
            @RequestParam String level,
            @RequestParam(defaultValue = "false") boolean copied) {
        Period of = asked.period(period);
        Unit from = asked.unit(above, of.to());
        office.require(t, actor, SteeringRoles.STEERING_OFFICE, from);
        UnitKind.Level at =
                UnitKind.Level.of(level).orElseThrow(() -> Problem.bad("level", "comparison.bad-level", level));
        List<Indicator> all =
                indicators.all().stream().filter(Indicator::active).toList();
        List<Unit> below = office.of(from, at, of.to());
        if ((long) below.size() * all.size() > MOST_ROWS)
            throw Problem.tooLarge("targets.template.too-large", t.number((long) below.size() * all.size()));
        byte[] template = downloads.make(request, () -> sheets.template(t, below, all, of, copied));
        return SheetFiles.answer(
                template, t.of("targets.sheet.file", of.code(), from.code().value()) + ".xlsx");
    }

    @GetMapping("/targets/upload")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View blank(Actor actor, HttpServletRequest request, Texts t) {
        return form(actor, t, Form.blank(t, Map.of()), List.of(), taken(request), HttpStatus.OK);
    }

    /** What the sheet that was sent just before came to. */
    private static TargetUploadPage.@Nullable Taken taken(HttpServletRequest request) {
        var flash = RequestContextUtils.getInputFlashMap(request);
        return flash != null
                        && flash.get("targets") instanceof Integer set
                        && flash.get("unchanged") instanceof Integer unchanged
                ? new TargetUploadPage.Taken(set, unchanged)
                : null;
    }

    @PostMapping("/targets/upload")
    @Allow(SteeringRoles.STEERING_OFFICE)
    View upload(
            Actor actor,
            Texts t,
            Form<DocumentForm> form,
            @RequestParam(name = "sheet", required = false) @Nullable MultipartFile part,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        UploadedFile sheet = MultipartFiles.attached(part);
        if (sheet == null) form = form.with("sheet", "targets.sheet.missing");
        if (sheet == null || form.wrong()) return refused(actor, t, form, List.of());
        Document document = form.value().document(Ids.next(clock), null);
        return switch (sheets.take(actor, sheet, document, MultipartFiles.attached(file))) {
            case TargetSheets.Taken.Done(int set, int unchanged) -> {
                flash.with("targets", set).with("unchanged", unchanged);
                yield SeeOther.at("/targets/upload");
            }
            case TargetSheets.Taken.UploadedBefore(Instant at) ->
                refused(
                        actor,
                        t,
                        form.with("sheet", "targets.uploaded-before", t.date(BusinessTime.day(at))),
                        List.of());
            case TargetSheets.Taken.FileRefused(var why) ->
                refused(actor, t, form.with(List.of(why.at("file"))), List.of());
            case TargetSheets.Taken.Faulty(List<CellError> cells) ->
                refused(actor, t, form.with("sheet", "import.refused", t.number(cells.size())), cells);
        };
    }

    private View refused(Actor actor, Texts t, Form<?> form, List<CellError> cells) {
        return form(actor, t, form, cells, null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View form(
            Actor actor,
            Texts t,
            Form<?> form,
            List<CellError> cells,
            TargetUploadPage.@Nullable Taken taken,
            HttpStatus status) {
        Period usual = PeriodChoice.usual(asked.today());
        // what the form beside it, which asks for a template, begins with
        var beside = Map.of("period", usual.code(), "level", UnitKind.Level.COMMUNE.code());
        return pages.show(
                "steering/indicators/definitions/target-upload",
                new TargetUploadPage(
                        form.with(beside),
                        cells,
                        office.optionsAbove(t, actor, SteeringRoles.STEERING_OFFICE, asked.today()),
                        OfficeUnits.levels(t),
                        PeriodChoice.options(t, asked.today(), usual),
                        taken),
                status);
    }
}
