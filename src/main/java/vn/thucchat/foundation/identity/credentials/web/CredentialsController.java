package vn.thucchat.foundation.identity.credentials.web;

import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.credentials.AvailableCredentials;
import vn.thucchat.foundation.identity.credentials.CredentialOffers;
import vn.thucchat.foundation.identity.credentials.IssuedCredentials;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** Lets somebody take what is true of them to their wallet, shows what was taken, and withdraws it. */
@Controller
record CredentialsController(
        AvailableCredentials available, CredentialOffers offers, IssuedCredentials issued, Pages pages) {

    static final String PATH = "/id/credentials";
    private static final int PAGE = 10;

    @GetMapping(PATH)
    @Allow(signedIn = true)
    View list(Actor actor, Cursor cursor) {
        var shown = issued.of(actor, cursor, PAGE);
        var page = new CredentialsPage(
                available.of(actor), shown.items(), cursor.start() ? null : PATH, shown.next(PATH + "?cursor="));
        return pages.show("foundation/identity/credentials/credentials", page);
    }

    /** Answers with the page itself: its code is shown once. */
    @PostMapping(PATH + "/offers/{type}/{holding}")
    @Allow(signedIn = true, recent = 10)
    View offer(@PathVariable String type, @PathVariable UUID holding, Actor actor) {
        return offers.offer(actor, type, holding)
                .map(offered -> pages.show("foundation/identity/credentials/offer", new CredentialOfferPage(offered)))
                .orElseThrow(() -> Problem.notFound("credentials.none-such"));
    }

    @PostMapping(PATH + "/{batch}/revoked")
    @Allow(signedIn = true)
    View revoke(@PathVariable UUID batch, Actor actor, Flash flash) {
        return flash.then(issued.revoke(actor, batch), "credentials.revoked", PATH);
    }
}
