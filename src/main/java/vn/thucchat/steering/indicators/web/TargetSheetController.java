package vn.thucchat.steering.indicators.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
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
import vn.thucchat.foundation.database.Ground;
import vn.thucchat.foundation.files.Keeping;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Downloads;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.papers.CellError;
import vn.thucchat.foundation.papers.SheetFiles;
import vn.thucchat.foundation.units.Unit;
import vn.thucchat.foundation.units.UnitKind;
import vn.thucchat.steering.indicators.Attached;
import vn.thucchat.steering.indicators.Document;
import vn.thucchat.steering.indicators.Indicator;
import vn.thucchat.steering.indicators.Indicators;
import vn.thucchat.steering.indicators.Period;
import vn.thucchat.steering.indicators.TargetSheets;

/** Targets by the thousand: the sheet to fill in, and the sheet sent back. */
@Controller
class TargetSheetController {

    /** What a sheet that is sent back may hold. */
    private static final int MOST_ROWS = 19_000;

    private final Asked asked;
    private final TargetSheets sheets;
    private final Indicators indicators;
    private final OfficeUnits office;
    private final InstantSource clock;
    private final Pages pages;
    private final Downloads downloads;

    TargetSheetController(
            Asked asked,
            TargetSheets sheets,
            Indicators indicators,
            OfficeUnits office,
            InstantSource clock,
            Pages pages,
            Downloads downloads) {
        this.downloads = downloads;
        this.asked = asked;
        this.sheets = sheets;
        this.indicators = indicators;
        this.office = office;
        this.clock = clock;
        this.pages = pages;
    }

    @GetMapping("/targets/template.xlsx")
    @Allow(Role.STEERING_OFFICE)
    ResponseEntity<byte[]> template(
            Actor actor,
            HttpServletRequest request,
            Texts t,
            @RequestParam("period") String period,
            @RequestParam("above") String above,
            @RequestParam("level") String level,
            @RequestParam(name = "copied", defaultValue = "false") boolean copied) {
        Period of = asked.period(period);
        Unit from = asked.unit(above, of.to());
        office.require(t, actor, Role.STEERING_OFFICE, from);
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
    @Allow(Role.STEERING_OFFICE)
    View blank(Actor actor, HttpServletRequest request, Texts t) {
        return form(actor, t, typed(Map.of()), List.of(), List.of(), taken(request), HttpStatus.OK);
    }

    /** With what the form beside it, which asks for a template, begins with. */
    private FormInput typed(Map<String, String> fields) {
        var typed = new HashMap<String, String>();
        typed.put("period", PeriodChoice.usual(asked.today()).code());
        typed.put("level", UnitKind.Level.COMMUNE.code());
        typed.putAll(fields);
        return new FormInput(typed);
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
    @Allow(Role.STEERING_OFFICE)
    View upload(
            Actor actor,
            Texts t,
            @RequestParam Map<String, String> fields,
            @RequestParam(name = "sheet", required = false) @Nullable MultipartFile part,
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Flash flash)
            throws IOException {
        FormInput typed = typed(fields);
        var faults = new ArrayList<Fault>();
        Attached sheet = Uploads.attached(part);
        if (sheet == null) faults.add(new Fault("sheet", t.of("targets.sheet.missing")));
        Document document = DocumentInput.read(t, typed, clock, faults);
        if (sheet == null || document == null)
            return form(actor, t, typed, faults, List.of(), null, HttpStatus.UNPROCESSABLE_CONTENT);
        switch (sheets.take(actor, sheet, document, Uploads.attached(file))) {
            case TargetSheets.Taken.Done(int set, int unchanged) -> {
                flash.with("targets", set).with("unchanged", unchanged);
                return SeeOther.at("/targets/upload");
            }
            case TargetSheets.Taken.UploadedBefore(Instant at) ->
                faults.add(new Fault("sheet", t.of("targets.uploaded-before", t.date(Ground.day(at)))));
            case TargetSheets.Taken.FileRefused(Keeping.Refused why) ->
                faults.add(new Fault("file", t.of(why.reason(), why.limit())));
            case TargetSheets.Taken.Faulty(List<CellError> cells) -> {
                faults.add(new Fault("sheet", t.of("import.refused", t.number(cells.size()))));
                return form(actor, t, typed, faults, cells, null, HttpStatus.UNPROCESSABLE_CONTENT);
            }
        }
        return form(actor, t, typed, faults, List.of(), null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View form(
            Actor actor,
            Texts t,
            FormInput typed,
            List<Fault> faults,
            List<CellError> cells,
            TargetUploadPage.@Nullable Taken taken,
            HttpStatus status) {
        Period usual = PeriodChoice.usual(asked.today());
        return pages.show(
                "steering/indicators/target-upload",
                new TargetUploadPage(
                        typed,
                        faults,
                        cells,
                        office.optionsAbove(t, actor, Role.STEERING_OFFICE, asked.today()),
                        Arrays.stream(UnitKind.Level.values())
                                .map(level -> new Option(level.code(), t.of("level." + level.name())))
                                .toList(),
                        PeriodChoice.options(t, asked.today(), usual),
                        taken),
                status);
    }
}
