package vn.thucchat.foundation.identity.factors.web;

import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.factors.FactorRemovals;
import vn.thucchat.foundation.identity.factors.TotpCodes;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Takes lost passkeys and codes from accounts, by two administrators; and lets the owner stop it. */
@Controller
record FactorRemovalController(FactorRemovals removals, AccessLog log, Pages pages) {

    @GetMapping("/admin/accounts/{id}/factors")
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        View page = page(id, actor, Form.blank(t), HttpStatus.OK);
        log.recordRead(actor, "identity.factors-read", "/admin/accounts/" + id, "", id);
        return page;
    }

    @PostMapping("/admin/accounts/{id}/factors/removed")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View ask(@PathVariable UUID id, Actor actor, Texts t, Flash flash) {
        Result result = removals.ask(actor, id);
        if (!(result instanceof Result.Done))
            return page(id, actor, Form.blank(t).with(result), result.status());
        String told = removals.opensAt(id).isPresent() ? "identity.removal.agreed" : "identity.removal.asked";
        return flash.then(told, "/admin/accounts/" + id + "/factors");
    }

    @PostMapping("/id/codes/removal/stopped")
    @Allow(signedIn = true, recent = 10)
    View stop(Actor actor, Flash flash) {
        return flash.then(removals.stop(actor), "identity.removal.stopped", TotpCodes.PAGE);
    }

    private View page(UUID id, Actor actor, Form<?> form, HttpStatus status) {
        var state = removals.of(actor, id).orElseThrow(() -> Problem.notFound("identity.accounts.UNKNOWN"));
        return pages.show("foundation/identity/factors/removal", new FactorRemovalPage(state, form.faults()), status);
    }
}
