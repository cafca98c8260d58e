package vn.thucchat.steering.indicators.documents.web;

import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.files.FileId;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.files.Files;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.steering.indicators.definitions.Document;
import vn.thucchat.steering.indicators.definitions.Indicator;
import vn.thucchat.steering.indicators.definitions.web.DisplayNames;
import vn.thucchat.steering.indicators.definitions.web.Quantity;
import vn.thucchat.steering.indicators.definitions.web.RequestParameters;
import vn.thucchat.steering.indicators.documents.Citation;
import vn.thucchat.steering.indicators.documents.CitedDocument;
import vn.thucchat.steering.indicators.documents.CitedDocuments;

/**
 * What is taken from a document, and the document itself; open to all. The file of an invented document is for those
 * who signed in: taken away, it no longer says that it is invented.
 */
@Controller
@RequestMapping("/documents/{id}")
record DocumentController(
        CitedDocuments documents,
        RequestParameters asked,
        DisplayNames wording,
        Files files,
        AccessLog log,
        Pages pages) {

    @GetMapping
    @Allow(anyone = true)
    View document(Actor actor, Texts t, @PathVariable UUID id, Cursor cursor) {
        CitedDocument cited = cited(id);
        return pages.show(
                "steering/indicators/documents/document",
                new DocumentPage(
                        path(id),
                        cited,
                        cited.document().file() == null || withheld(actor, cited) ? null : path(id) + "/file",
                        cursor.start(),
                        documents.citations(id, cursor).map(citation -> row(t, citation))));
    }

    @GetMapping("/file")
    @Allow(anyone = true)
    ResponseEntity<?> file(Actor actor, @PathVariable UUID id) {
        CitedDocument cited = cited(id);
        if (withheld(actor, cited)) throw Problem.notFound("document.invented-file");
        Document document = cited.document();
        if (document.file() == null) throw Problem.notFound("document.no-file");
        var file = files.open(new FileId(document.file())).orElseThrow(() -> Problem.notFound("document.no-file"));
        log.record(actor, "indicators.document-read", path(id), document.citation());
        return FileResponses.attachment(file);
    }

    static String path(UUID id) {
        return "/documents/" + id;
    }

    private static boolean withheld(Actor actor, CitedDocument cited) {
        return cited.synthetic() && !actor.signedIn();
    }

    private CitedDocument cited(UUID id) {
        return documents.find(id).orElseThrow(() -> Problem.notFound("document.none"));
    }

    private DocumentPage.Row row(Texts t, Citation of) {
        Indicator it = asked.indicator(of.indicator());
        var value = new Quantity(of.value(), of.numerator(), of.denominator(), of.comparator(), it.measure());
        return new DocumentPage.Row(
                of.kind(),
                wording.name(t, of.unit(), of.period().to()),
                DisplayNames.name(t, of.period()),
                DisplayNames.name(t, it),
                DisplayNames.figure(
                        it.code(), of.unit(), of.period(), of.period().to()),
                of.kind() == Citation.Kind.FIGURE ? "/statements/" + of.id() : null,
                value.text(t),
                of.synthetic());
    }
}
