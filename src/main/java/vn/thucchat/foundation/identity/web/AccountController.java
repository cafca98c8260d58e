package vn.thucchat.foundation.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Administration;
import vn.thucchat.foundation.identity.Administration.Entry;
import vn.thucchat.foundation.identity.Administration.Outcome;
import vn.thucchat.foundation.identity.Administration.Refusal;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.SeeOther;

/** One account: its name, its roles, its password link. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AccountController {

    private final Administration administration;
    private final GrantUnits units;
    private final Pages pages;
    private final String site;

    AccountController(
            Administration administration, GrantUnits units, Pages pages, @Value("${thucchat.base-url}") String site) {
        this.administration = administration;
        this.units = units;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping
    @Allow(Role.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, HttpServletRequest request) {
        return show(AccountPage.of(entry(actor, id), units(request, actor, "")), HttpStatus.OK);
    }

    @PostMapping("/name")
    @Allow(Role.ADMINISTRATOR)
    View rename(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String name,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var outcome = administration.rename(actor, id, version, name);
        return answer(outcome, actor, request, id, AccountsController.typed(name), "", "", redirect);
    }

    @PostMapping("/disabled")
    @Allow(Role.ADMINISTRATOR)
    View disable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam boolean disabled,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer(administration.disable(actor, id, version, disabled), actor, request, id, redirect);
    }

    @PostMapping("/roles")
    @Allow(Role.ADMINISTRATOR)
    View grant(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(defaultValue = "") String unit,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        var chosen = AccountsController.role(role);
        if (chosen.isEmpty()) {
            var page = AccountPage.of(entry(actor, id), units(request, actor, AccountsController.typed(unit)))
                    .with(new Mistake("role", "identity.accounts.role-missing"));
            return show(page, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        var outcome = administration.grant(actor, id, version, chosen.get(), AccountsController.unit(unit));
        return answer(outcome, actor, request, id, null, role, AccountsController.typed(unit), redirect);
    }

    @PostMapping("/roles/{grant}/revoked")
    @Allow(Role.ADMINISTRATOR)
    View revoke(
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer(administration.revoke(actor, id, version, grant), actor, request, id, redirect);
    }

    @PostMapping("/link")
    @Allow(Role.ADMINISTRATOR)
    View link(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        return answer(administration.link(actor, id, version), actor, request, id, redirect);
    }

    private View answer(
            Outcome outcome, Actor actor, HttpServletRequest request, UUID id, RedirectAttributes redirect) {
        return answer(outcome, actor, request, id, null, "", "", redirect);
    }

    private View answer(
            Outcome outcome,
            Actor actor,
            HttpServletRequest request,
            UUID id,
            @Nullable String name,
            String role,
            String unit,
            RedirectAttributes redirect) {
        return switch (outcome) {
            case Outcome.Done done -> {
                redirect.addFlashAttribute(Pages.NOTICE, "identity.accounts.changed");
                yield SeeOther.at("/admin/accounts/" + id);
            }
            case Outcome.Asked asked -> {
                redirect.addFlashAttribute(Pages.NOTICE, "identity.accounts.link-asked");
                yield SeeOther.at("/admin/accounts/" + id);
            }
            case Outcome.RoleAsked asked -> {
                redirect.addFlashAttribute(Pages.NOTICE, "identity.accounts.role-asked");
                yield SeeOther.at("/admin/accounts/" + id);
            }
            // shown here and now: a redirect would have to keep the link somewhere
            case Outcome.Linked(var token) -> {
                var entry = entry(actor, id);
                yield show(
                        new AccountPage(
                                entry,
                                entry.account().name(),
                                "",
                                "",
                                units(request, actor, ""),
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
                        units(request, actor, unit),
                        AccountsController.mistake(why),
                        null);
                yield show(page, why == Refusal.STALE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private List<Option> units(HttpServletRequest request, Actor actor, String chosen) {
        return units.of(pages.texts(request), actor, chosen);
    }

    private Entry entry(Actor actor, UUID id) {
        return administration.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View show(AccountPage page, HttpStatus status) {
        return pages.show("foundation/identity/account", page, status);
    }
}
