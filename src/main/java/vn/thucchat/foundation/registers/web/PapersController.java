package vn.thucchat.foundation.registers.web;

import java.util.List;
import java.util.UUID;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.files.FileResponses;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.registers.Look;
import vn.thucchat.foundation.registers.Papers;
import vn.thucchat.foundation.registers.Registers;
import vn.thucchat.foundation.registers.Subject;

/** The kho: the reader's papers, or those of whom they act for. */
@Controller
record PapersController(Registers registers, Papers papers, HeldLines words, Pages pages) {

    @GetMapping(PapersPage.PATH)
    @Allow(signedIn = true, acting = true)
    View list(Actor actor) {
        Subject subject = registers.own(actor).orElse(null);
        var page = new PapersPage(
                subject != null,
                actor.actingFor() == null ? null : actor.actingFor().name(),
                subject == null ? List.of() : papers.papers(actor, subject, Look.own()),
                papers.kinds(),
                words.today());
        return pages.show("foundation/registers/papers", page);
    }

    @GetMapping(PapersPage.PATH + "/{id}/file")
    @Allow(signedIn = true, acting = true)
    ResponseEntity<Resource> file(@PathVariable UUID id, Actor actor) {
        return registers
                .own(actor)
                .flatMap(subject -> papers.open(actor, subject, id, Look.own()))
                .map(FileResponses::attachment)
                .orElseThrow(() -> Problem.notFound("registers.paper.none"));
    }
}
