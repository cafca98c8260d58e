package vn.thucchat.foundation.delivery.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.delivery.PoisonList;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.ChosenRows;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;

/** Messages that were given up: administrators of the province see why, and have them tried again. */
@Controller
@RequestMapping(PoisonListController.PATH)
record PoisonListController(PoisonList poison, Channels channels, Pages pages) {

    static final String PATH = "/admin/deliveries";

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(
            @RequestParam(defaultValue = "") String channel,
            @RequestParam(defaultValue = "SINCE") String sort,
            Cursor cursor,
            Actor actor,
            Texts t) {
        demandProvince(actor);
        Sort<PoisonList.Order> order = Sort.read(sort, PoisonList.Order.class);
        Slice<PoisonList.Entry> entries = poison.entries(actor, order, channels.known(channel), cursor);
        Table table = Table.of(PATH, PoisonListPage.COLUMNS, cursor, entries)
                .filtered("channel", channel)
                .sorted(order);
        return pages.show(
                "foundation/delivery/poison-list",
                new PoisonListPage(
                        entries.items(),
                        poison.mayRetry(actor)
                                ? table.choosing(new Link(PATH + "/retry", t.of("delivery.poison.retry")))
                                : table,
                        channels.options(t)));
    }

    /** A look before the message is tried again. */
    @GetMapping("/{id}")
    @Allow(Roles.ADMINISTRATOR)
    View look(@PathVariable UUID id, Actor actor) {
        demandProvince(actor);
        PoisonList.Entry entry =
                poison.look(actor, id).orElseThrow(() -> Problem.notFound("delivery.poison.no-message"));
        return pages.show(
                "foundation/delivery/poisoned-message", new PoisonedMessagePage(entry, poison.mayRetry(actor)));
    }

    @PostMapping("/{id}/retried")
    @Allow(Roles.ADMINISTRATOR)
    View retry(@PathVariable UUID id, Actor actor, Flash flash) {
        demandRetry(actor);
        return flash.then(poison.retry(actor, id), "delivery.poison.retried", PATH);
    }

    /** A look before several messages are tried again. */
    @GetMapping("/retry")
    @Allow(Roles.ADMINISTRATOR)
    View look(Form<ChosenRows> form, Actor actor) {
        demandRetry(actor);
        List<UUID> chosen = ChosenRows.of(form);
        List<PoisonList.Entry> entries = poison.entries(actor, chosen);
        return pages.show("foundation/delivery/retry", new RetryPage(entries, chosen.size() - entries.size()));
    }

    /** Each is checked again: what another administrator sent meanwhile is counted as left out. */
    @PostMapping("/retried")
    @Allow(Roles.ADMINISTRATOR)
    View retry(Form<ChosenRows> form, Actor actor, Flash flash) {
        demandRetry(actor);
        List<UUID> chosen = ChosenRows.of(form);
        int done = ChosenRows.each(chosen, id -> poison.retry(actor, id));
        return flash.then("delivery.poison.retried-many", List.of(done, chosen.size() - done), PATH);
    }

    private void demandProvince(Actor actor) {
        if (!poison.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }

    private void demandRetry(Actor actor) {
        if (!poison.mayRetry(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
