package vn.thucchat.steering.indicators.reporting.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.database.Sha256;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.sheets.CellError;
import vn.thucchat.foundation.sheets.Limits;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.foundation.sheets.SheetImport;
import vn.thucchat.foundation.units.Units;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicators;
import vn.thucchat.steering.indicators.definitions.Period;
import vn.thucchat.steering.indicators.definitions.SteeringRoles;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.DocumentForm;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.reporting.StatedColumn;
import vn.thucchat.steering.indicators.reporting.Statement;
import vn.thucchat.steering.indicators.reporting.Submission;
import vn.thucchat.steering.indicators.reporting.UnitStatements;
import vn.thucchat.steering.indicators.reporting.Uploads;

/** Figures by spreadsheet: what comes back of the template is taken whole or not at all, and once. */
@Controller
@RequestMapping("/reporting")
record UploadController(
        Uploads uploads,
        UnitStatements statements,
        Attachments attachments,
        ReportingView view,
        SheetFiles sheets,
        Indicators indicators,
        Units units,
        RequestParameters asked,
        DisplayNames wording,
        Pages pages,
        InstantSource clock) {

    @PostMapping("/upload")
    @Allow(SteeringRoles.REPORTER)
    View upload(
            Actor actor,
            Texts t,
            Flash flash,
            Form<DocumentForm> form,
            @RequestParam(required = false) @Nullable MultipartFile sheet,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        form = attachments.attach(actor, form, file, null);
        if (sheet == null || sheet.isEmpty()) return refused(actor, t, form.with("sheet", "sheet.missing"), List.of());
        byte[] bytes = Attachments.bytes(sheet);
        String sha256 = Sha256.hex(bytes);
        if (!uploads.of(actor, sha256).isEmpty()) return taken(flash, sha256, "sheet.before");
        SheetImport<StatedColumn> read = sheets.read(new ByteArrayInputStream(bytes), Limits.USUAL, StatedColumn.class);
        var lines = new SheetLines(read, indicators, units, asked.today());
        Period period = lines.period().orElse(null);
        if (period != null) lines.add(uploads.faults(actor, period, lines.lines()));
        if (form.wrong() || !lines.errors().isEmpty() || period == null) return refused(actor, t, form, lines.errors());
        // without another paper the sheet itself is the evidence
        if (form.text("keptFile").isEmpty()) form = attachments.keep(actor, form, sheet.getOriginalFilename(), bytes);
        if (form.wrong()) return refused(actor, t, form, List.of());
        Document document = form.value()
                .document(Ids.next(clock), Ids.read(form.text("keptFile")).orElseThrow());
        return switch (uploads.take(actor, period, document, lines.lines(), sha256)) {
            case Uploads.Outcome.Taken _ -> taken(flash, sha256, "sheet.taken");
            case Uploads.Outcome.Before _ -> taken(flash, sha256, "sheet.before");
            case Uploads.Outcome.Refused(var wrong) -> {
                lines.add(wrong);
                yield refused(actor, t, form, lines.errors());
            }
        };
    }

    @GetMapping("/uploads/{sha256}")
    @Allow(SteeringRoles.REPORTER)
    View uploaded(Actor actor, Texts t, @PathVariable String sha256) {
        return show(t, sha256, found(actor, sha256), HttpStatus.OK);
    }

    /** Hands in everything that the file was taken into. */
    @PostMapping("/uploads/{sha256}")
    @Allow(SteeringRoles.REPORTER)
    View submit(
            Actor actor,
            Texts t,
            Flash flash,
            @PathVariable String sha256,
            @RequestParam(defaultValue = "") String seen) {
        List<Submission> of = found(actor, sha256);
        // sent twice: there is nothing left to hand in
        if (of.stream().noneMatch(it -> it.state() == Submission.State.DRAFT))
            return taken(flash, sha256, "sheet.submitted");
        if (!seen.equals(versions(of))) return show(t, sha256, of, HttpStatus.CONFLICT);
        return switch (uploads.submit(actor, sha256, of)) {
            case Uploads.Submitted.Done done -> taken(flash, sha256, "sheet.submitted");
            case Uploads.Submitted.Stale() -> show(t, sha256, found(actor, sha256), HttpStatus.CONFLICT);
        };
    }

    private View show(Texts t, String sha256, List<Submission> of, HttpStatus status) {
        Map<UUID, Long> lines = statements
                .ofSubmissions(of.stream().map(Submission::id).toList())
                .stream()
                .collect(Collectors.groupingBy(Statement::submission, Collectors.counting()));
        return pages.show(
                "steering/indicators/reporting/upload",
                new UploadPage(
                        "/reporting/uploads/" + sha256,
                        versions(of),
                        (int) of.stream()
                                .filter(it -> it.state() == Submission.State.DRAFT)
                                .count(),
                        status == HttpStatus.CONFLICT,
                        of.stream()
                                .map(it -> new UploadPage.Part(
                                        "/submissions/" + it.id(),
                                        wording.name(t, it.unit(), it.period().to()),
                                        DisplayNames.name(t, it.period()),
                                        it.state(),
                                        lines.getOrDefault(it.id(), 0L).intValue()))
                                .toList()),
                status);
    }

    private View refused(Actor actor, Texts t, Form<?> form, List<CellError> errors) {
        Form<?> told = errors.isEmpty() ? form : form.with("sheet", "import.refused", t.number(errors.size()));
        return pages.show(
                "steering/indicators/reporting/reporting",
                view.page(actor, t, new ReportingPage.Upload(told, errors)),
                HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private List<Submission> found(Actor actor, String sha256) {
        List<Submission> of = sha256.matches("[0-9a-f]{64}") ? uploads.of(actor, sha256) : List.of();
        if (of.isEmpty()) throw Problem.notFound("sheet.none");
        return of;
    }

    private static View taken(Flash flash, String sha256, String notice) {
        return flash.then(notice, "/reporting/uploads/" + sha256);
    }

    private static String versions(List<Submission> of) {
        String all = of.stream().map(it -> it.id() + ":" + it.version()).collect(Collectors.joining(","));
        return Sha256.hex(all);
    }
}
