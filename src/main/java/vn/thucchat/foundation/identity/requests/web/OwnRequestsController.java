package vn.thucchat.foundation.identity.requests.web;

import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.requests.DataRequest;
import vn.thucchat.foundation.identity.requests.DataRequests;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Texts;

/** A person asks about their own data and follows what becomes of it. */
@Controller
record OwnRequestsController(DataRequests requests, Pages pages) {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");

    @GetMapping(DataRequests.OWN)
    @Allow(signedIn = true)
    View list(Actor actor, Texts t) {
        return list(actor, t, Form.blank(t), HttpStatus.OK);
    }

    /** With a proof of minutes ago: who only found a screen open deletes nobody's data. */
    @PostMapping(DataRequests.OWN)
    @Allow(signedIn = true, recent = 10)
    View make(Form<DataRequestForm> form, Actor actor, Texts t, Flash flash) {
        return form.answer(
                typed -> requests.make(actor, typed.kind(), typed.reason()),
                done -> flash.then("requests.made.notice", DataRequests.OWN + "/" + done.id()),
                (again, status) -> list(actor, t, again, status));
    }

    @GetMapping(DataRequests.OWN + "/{id}")
    @Allow(signedIn = true)
    View show(@PathVariable UUID id, Actor actor) {
        DataRequest request = requests.own(actor, id).orElseThrow(() -> Problem.notFound("result.not-found"));
        var page = new DataRequestPage(request, requests.gathered(actor, id));
        return pages.show("foundation/identity/requests/request", page, HttpStatus.OK);
    }

    @GetMapping(DataRequests.OWN + "/{id}/data.zip")
    @Allow(signedIn = true, recent = 10)
    ResponseEntity<byte[]> data(@PathVariable UUID id, Actor actor) {
        byte[] zip = requests.export(actor, id).orElseThrow(() -> Problem.notFound("requests.export.gone"));
        return ResponseEntity.ok()
                .contentType(ZIP)
                .cacheControl(CacheControl.noStore())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("data.zip")
                                .build()
                                .toString())
                .body(zip);
    }

    private View list(Actor actor, Texts t, Form<?> form, HttpStatus status) {
        var kinds = Stream.of(DataRequest.Kind.values())
                .map(kind -> new Option(kind.name(), t.of(kind.key())))
                .toList();
        return pages.show(
                "foundation/identity/requests/requests", new DataRequestsPage(requests.of(actor), form, kinds), status);
    }
}
