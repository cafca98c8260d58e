package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.provider.ClientConsents;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** What the person signed in allows other systems, each to be withdrawn by one press. */
@Controller
record ApplicationsController(ClientConsents consents, Clients clients, Pages pages) {

    private static final String PATH = "/id/applications";

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View list(Actor actor) {
        List<ApplicationsPage.Application> shown = consents.list(actor).stream()
                .flatMap(consent -> clients.find(consent.client()).stream()
                        .map(client -> new ApplicationsPage.Application(client, consent)))
                .toList();
        return pages.show("foundation/identity/provider/applications", new ApplicationsPage(shown));
    }

    @PostMapping(PATH + "/{client}/withdrawn")
    @Allow(signedIn = true)
    View withdraw(@PathVariable UUID client, Actor actor, Flash flash) {
        if (!consents.withdraw(actor, client)) throw Problem.notFound("result.not-found");
        return flash.then("identity.provider.withdrawn", PATH);
    }
}
