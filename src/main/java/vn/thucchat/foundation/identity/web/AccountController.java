package vn.thucchat.foundation.identity.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Administration;
import vn.thucchat.foundation.identity.Administration.Entry;
import vn.thucchat.foundation.identity.Administration.Outcome;
import vn.thucchat.foundation.identity.Administration.Refusal;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** One account: its name, its roles, its password link. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AccountController {

    private final Administration administration;
    private final GrantChoices choices;
    private final Pages pages;
    private final String site;

    AccountController(
            Administration administration,
            GrantChoices choices,
            Pages pages,
            @Value("${thucchat.base-url}") String site) {
        this.administration = administration;
        this.choices = choices;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        return show(AccountPage.of(entry(actor, id), choices(t, actor, "")), HttpStatus.OK);
    }

    @PostMapping("/name")
    @Allow(Roles.ADMINISTRATOR)
    View rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String name,
            Actor actor,
            Texts t,
            Flash redirect) {
        var outcome = administration.rename(actor, id, version, name);
        return answer(outcome, actor, t, id, AccountsController.typed(name), "", "", redirect);
    }

    @PostMapping("/disabled")
    @Allow(Roles.ADMINISTRATOR)
    View disable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam boolean disabled,
            Actor actor,
            Texts t,
            Flash redirect) {
        return answer(administration.disable(actor, id, version, disabled), actor, t, id, redirect);
    }

    @PostMapping("/roles")
    @Allow(Roles.ADMINISTRATOR)
    View grant(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            Texts t,
            Flash redirect) {
        if (!choices.known(role)) {
            var page = AccountPage.of(entry(actor, id), choices(t, actor, AccountsController.typed(unit)))
                    .with(new Mistake("role", "identity.accounts.role-missing"));
            return show(page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = administration.grant(actor, id, version, role, AccountsController.unit(unit));
        return answer(outcome, actor, t, id, null, role, AccountsController.typed(unit), redirect);
    }

    @PostMapping("/roles/{grant}/revoked")
    @Allow(Roles.ADMINISTRATOR)
    View revoke(
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Texts t,
            Flash redirect) {
        return answer(administration.revoke(actor, id, version, grant), actor, t, id, redirect);
    }

    @PostMapping("/link")
    @Allow(Roles.ADMINISTRATOR)
    View link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Texts t,
            Flash redirect) {
        return answer(administration.link(actor, id, version), actor, t, id, redirect);
    }

    private View answer(Outcome outcome, Actor actor, Texts t, UUID id, Flash redirect) {
        return answer(outcome, actor, t, id, null, "", "", redirect);
    }

    private View answer(
            Outcome outcome,
            Actor actor,
            Texts t,
            UUID id,
            @Nullable String name,
            String role,
            String unit,
            Flash redirect) {
        return switch (outcome) {
            case Outcome.Done done -> redirect.then("identity.accounts.changed", "/admin/accounts/" + id);
            case Outcome.Asked asked -> redirect.then("identity.accounts.link-asked", "/admin/accounts/" + id);
            case Outcome.RoleAsked asked -> redirect.then("identity.accounts.role-asked", "/admin/accounts/" + id);
            // shown here and now: a redirect would have to keep the link somewhere
            case Outcome.Linked(var token) -> {
                var entry = entry(actor, id);
                yield show(
                        new AccountPage(
                                entry,
                                entry.account().name(),
                                "",
                                "",
                                choices(t, actor, ""),
                                null,
                                site + "/reset/" + token),
                        HttpStatus.OK);
            }
            case Outcome.Refused(var why) -> {
                var entry = entry(actor, id);
                var page = new AccountPage(
                        entry,
                        // a stale form shows what is there now, not what was typed over something else
                        name == null || why == Refusal.STALE ? entry.account().name() : name,
                        role,
                        unit,
                        choices(t, actor, unit),
                        AccountsController.mistake(why),
                        null);
                yield show(page, why == Refusal.STALE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private GrantOptions choices(Texts t, Actor actor, String chosen) {
        return choices.of(t, actor, chosen);
    }

    private Entry entry(Actor actor, UUID id) {
        return administration.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View show(AccountPage page, HttpStatus status) {
        return pages.show("foundation/identity/account", page, status);
    }
}
