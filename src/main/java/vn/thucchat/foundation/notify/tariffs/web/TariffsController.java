package vn.thucchat.foundation.notify.tariffs.web;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.notify.tariffs.Tariffs;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Administrators of the province see what messages cost; real ones enter prices. */
@Controller
@RequestMapping(Tariffs.PATH)
record TariffsController(Tariffs tariffs, Pages pages) {

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View list(Actor actor, Texts t) {
        return page(actor, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View add(Form<TariffForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> tariffs.add(actor, typed.tariff()),
                _ -> flash.then("tariff.entered", Tariffs.PATH),
                (again, status) -> page(actor, again, status));
    }

    private View page(Actor actor, Form<?> form, HttpStatus status) {
        if (!tariffs.mayRead(actor)) throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        return pages.show(
                "foundation/notify/tariffs/tariffs",
                new TariffsPage(tariffs.list(actor), form, tariffs.mayChange(actor)),
                status);
    }
}
