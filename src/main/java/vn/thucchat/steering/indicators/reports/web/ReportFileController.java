package vn.thucchat.steering.indicators.reports.web;

import java.time.Duration;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.sheets.SheetFiles;
import vn.thucchat.steering.indicators.figures.web.FigureSheets;
import vn.thucchat.steering.indicators.reports.Report;
import vn.thucchat.steering.indicators.reports.ReportOrder;
import vn.thucchat.steering.indicators.reports.Reports;

/** Built reports as files; they never change, so they may be kept. */
@Controller
record ReportFileController(Reports reports) {

    @GetMapping("/reports/{id}.pdf")
    @Allow(anyone = true)
    ResponseEntity<byte[]> pdf(Actor actor, @PathVariable UUID id) {
        return file(actor, id, Report.Form.PDF, "pdf", MediaType.APPLICATION_PDF);
    }

    @GetMapping("/reports/{id}.xlsx")
    @Allow(anyone = true)
    ResponseEntity<byte[]> xlsx(Actor actor, @PathVariable UUID id) {
        return file(actor, id, Report.Form.XLSX, "xlsx", SheetFiles.XLSX);
    }

    /** The figures that the check on the paper is of. */
    @GetMapping("/reports/{id}.csv")
    @Allow(anyone = true)
    ResponseEntity<byte[]> csv(Actor actor, @PathVariable UUID id) {
        return file(actor, id, Report.Form.CSV, "csv", FigureSheets.CSV);
    }

    private ResponseEntity<byte[]> file(Actor actor, UUID id, Report.Form form, String ending, MediaType type) {
        ReportOrder order = reports.find(actor, id)
                .orElseThrow(() -> Problem.notFound("report.none"))
                .order();
        byte[] file = reports.file(id, form).orElseThrow(() -> Problem.notFound("report.not-built"));
        // a paper is read in the browser, the others are taken away
        var disposition = form == Report.Form.PDF ? ContentDisposition.inline() : ContentDisposition.attachment();
        return ResponseEntity.ok()
                .contentType(type)
                .eTag("W/\"" + id + "-" + ending + "\"")
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename("bao-cao-%s-%s.%s".formatted(order.unit(), order.period(), ending))
                                .build()
                                .toString())
                .body(file);
    }
}
