package vn.thucchat.foundation.delivery.web;

import java.time.InstantSource;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.delivery.HandOver;
import vn.thucchat.foundation.delivery.HandOverLedger;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** The ledger of hand-overs: administrators of the province see which messages their recipients have not opened. */
@Controller
@RequestMapping(HandOverController.PATH)
record HandOverController(HandOverLedger ledger, Channels channels, Pages pages, InstantSource clock) {

    static final String PATH = "/admin/hand-overs";

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(
            @RequestParam(defaultValue = "OVERDUE") HandOver.State state,
            @RequestParam(defaultValue = "") String channel,
            Cursor cursor,
            Actor actor,
            Texts t) {
        demandProvince(actor);
        Slice<HandOver> found = ledger.entries(actor, state, channels.known(channel), cursor);
        return pages.show(
                "foundation/delivery/hand-overs",
                new HandOversPage(
                        found.items(),
                        Table.of(PATH, HandOversPage.COLUMNS, cursor, found)
                                .filtered("state", state, HandOver.State.OVERDUE)
                                .filtered("channel", channel),
                        Option.all(t, "delivery.hand-over.", HandOver.State.values()),
                        channels.options(t)));
    }

    @GetMapping("/{id}")
    @Allow(Roles.ADMINISTRATOR)
    View look(@PathVariable UUID id, Actor actor) {
        demandProvince(actor);
        HandOver found = ledger.look(actor, id).orElseThrow(() -> Problem.notFound("delivery.hand-over.unknown"));
        return pages.show("foundation/delivery/hand-over", new HandOverPage(found, found.state(clock.instant())));
    }

    private void demandProvince(Actor actor) {
        if (!ledger.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
