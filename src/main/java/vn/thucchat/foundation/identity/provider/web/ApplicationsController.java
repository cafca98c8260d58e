package vn.thucchat.foundation.identity.provider.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.clients.Clients;
import vn.thucchat.foundation.identity.provider.ClientConsents;
import vn.thucchat.foundation.identity.provider.ClientConsents.AllowedDevice;
import vn.thucchat.foundation.identity.provider.ClientConsents.Consent;
import vn.thucchat.foundation.identity.provider.web.ApplicationsPage.Application;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;

/** What the person signed in allows other systems, ended on one device or withdrawn everywhere by one press. */
@Controller
record ApplicationsController(ClientConsents consents, Clients clients, Pages pages) {

    private static final String PATH = ApplicationsPage.PATH;
    private static final int APPLICATIONS = 6;
    private static final int FEW = 3;
    private static final int DEVICES = 12;

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View list(Cursor cursor, Actor actor) {
        Slice<Consent> given = consents.list(actor, cursor, APPLICATIONS);
        List<Application> shown = given.items().stream()
                .flatMap(consent -> application(consent, consents.devices(actor, consent.client(), Cursor.START, FEW)))
                .toList();
        return show(shown, false, cursor.start() ? null : PATH, given.next(PATH + "?cursor="));
    }

    @GetMapping(PATH + "/{client}")
    @Allow(signedIn = true)
    View devices(@PathVariable UUID client, Cursor cursor, Actor actor) {
        Slice<AllowedDevice> devices = consents.devices(actor, client, cursor, DEVICES);
        Application shown = consents.find(actor, client).stream()
                .flatMap(consent -> application(consent, devices))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("result.not-found"));
        String first = cursor.start() ? null : shown.path();
        return show(List.of(shown), true, first, devices.next(shown.path() + "?cursor="));
    }

    @PostMapping(PATH + "/{client}/devices/{device}/ended")
    @Allow(signedIn = true)
    View end(@PathVariable UUID client, @PathVariable UUID device, Actor actor, Flash flash) {
        if (!consents.end(actor, client, device)) throw Problem.notFound("result.not-found");
        return flash.then("identity.provider.device-ended", PATH);
    }

    @PostMapping(PATH + "/{client}/withdrawn")
    @Allow(signedIn = true)
    View withdraw(@PathVariable UUID client, Actor actor, Flash flash) {
        if (!consents.withdraw(actor, client)) throw Problem.notFound("result.not-found");
        return flash.then("identity.provider.withdrawn", PATH);
    }

    private Stream<Application> application(Consent consent, Slice<AllowedDevice> devices) {
        return clients.find(consent.client()).stream()
                .map(client -> new Application(client, consent, devices.items(), devices.nextCursor() != null));
    }

    private View show(List<Application> shown, boolean whole, @Nullable String first, @Nullable String next) {
        return pages.show("foundation/identity/provider/applications", new ApplicationsPage(shown, whole, first, next));
    }
}
