package vn.thucchat.foundation.identity.sessions.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Factor;
import vn.thucchat.foundation.identity.access.RoleDefinitions;
import vn.thucchat.foundation.identity.factors.FactorRemovals;
import vn.thucchat.foundation.identity.factors.TotpCodes;
import vn.thucchat.foundation.identity.factors.TotpCodes.Draft;
import vn.thucchat.foundation.identity.sessions.Sessions;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/**
 * A person's own time-based codes: a device is shown the secret, shows a first code, and counts once the codes on paper are
 * put away.
 */
@Controller
@RequestMapping(TotpCodes.PAGE)
record CodesController(
        TotpCodes codes, FactorRemovals removals, RoleDefinitions roles, Sessions sessions, Pages pages) {

    @GetMapping
    @Allow(signedIn = true)
    View show(Actor actor) {
        var page = new CodesPage(
                codes.of(actor).orElse(null),
                !actor.synthetic() && roles.needSecondFactor(actor),
                actor.synthetic(),
                removals.opensAt(actor.account()).orElse(null));
        return pages.show("foundation/identity/sessions/codes", page);
    }

    @PostMapping
    @Allow(signedIn = true, recent = 10)
    View begin(Actor actor, Texts t) {
        return draft(actor, codes.draft(actor), Form.blank(t, Map.of()), HttpStatus.OK);
    }

    @PostMapping("/checked")
    @Allow(signedIn = true, recent = 10)
    View check(Form<CodesForm> form, Actor actor, Flash flash) {
        Draft draft = codes.draft(actor, form.soFar().draft()).orElse(null);
        if (draft == null) return flash.then("identity.codes.over", TotpCodes.PAGE);
        return codes.shown(actor, draft, form.soFar().code())
                .map(shown -> pages.show(
                        "foundation/identity/sessions/recovery-codes",
                        new RecoveryCodesPage(actor.username(), shown.recovery(), shown.sealed())))
                .orElseGet(() -> draft(
                        actor,
                        draft,
                        form.with("code", "identity.codes.wrong-first"),
                        HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @PostMapping("/set")
    @Allow(signedIn = true, recent = 10)
    View set(Form<CodesForm> form, Actor actor, Flash flash, HttpServletRequest request, HttpServletResponse response) {
        boolean kept = codes.draft(actor, form.soFar().draft())
                .filter(draft -> codes.keep(actor, draft))
                .isPresent();
        if (kept) sessions.raise(request, response, Factor.CODE);
        return flash.then(kept ? "identity.codes.set" : "identity.codes.over", TotpCodes.PAGE);
    }

    @PostMapping("/recovery")
    @Allow(signedIn = true, recent = 10)
    View newRecovery(Actor actor, Flash flash) {
        return codes.newRecovery(actor)
                .map(fresh -> pages.show(
                        "foundation/identity/sessions/recovery-codes",
                        new RecoveryCodesPage(actor.username(), fresh, null)))
                .orElseGet(() -> flash.then("identity.codes.over", TotpCodes.PAGE));
    }

    @PostMapping("/removed")
    @Allow(signedIn = true, recent = 10)
    View remove(Actor actor, Flash flash) {
        return flash.then(codes.remove(actor), "identity.codes.removed", TotpCodes.PAGE);
    }

    private View draft(Actor actor, Draft draft, Form<?> form, HttpStatus status) {
        var page = new CodesDraftPage(draft, actor.username(), form);
        return pages.show("foundation/identity/sessions/codes-draft", page, status);
    }
}
