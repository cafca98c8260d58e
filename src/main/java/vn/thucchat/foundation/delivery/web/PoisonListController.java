package vn.thucchat.foundation.delivery.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;

/** Messages that were given up: administrators of the province see why, and have them tried again. */
@Controller
@RequestMapping(PoisonListController.PATH)
class PoisonListController {

    static final String PATH = "/admin/deliveries";

    private final PoisonList poison;
    private final Pages pages;

    PoisonListController(PoisonList poison, Pages pages) {
        this.poison = poison;
        this.pages = pages;
    }

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(@RequestParam(required = false) @Nullable UUID after, Actor actor) {
        demandProvince(actor);
        return pages.show(
                "foundation/delivery/poison-list", new PoisonListPage(poison.entries(actor, after), after != null));
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
        Result result = poison.retry(actor, id);
        if (result instanceof Result.Refused) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        return flash.then(result, "delivery.poison.retried", PATH);
    }

    private void demandProvince(Actor actor) {
        if (!poison.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
}
