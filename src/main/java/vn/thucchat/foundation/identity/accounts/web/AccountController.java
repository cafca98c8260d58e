package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import java.util.Map;
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
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.foundation.identity.accounts.OpenSessionCount;
import vn.thucchat.foundation.identity.accounts.PasswordLinks;
import vn.thucchat.foundation.identity.accounts.RoleAdministration;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** One account: its name, its roles, its password link. */
@Controller
@RequestMapping("/admin/accounts/{id}")
class AccountController {

    private final Administration administration;
    private final RoleAdministration roles;
    private final PasswordLinks links;
    private final GrantChoices choices;
    private final OpenSessionCount sessions;
    private final AccessLog log;
    private final Pages pages;
    private final String site;

    AccountController(
            Administration administration,
            RoleAdministration roles,
            PasswordLinks links,
            GrantChoices choices,
            OpenSessionCount sessions,
            AccessLog log,
            Pages pages,
            @Value("${thucchat.base-url}") String site) {
        this.administration = administration;
        this.roles = roles;
        this.links = links;
        this.choices = choices;
        this.sessions = sessions;
        this.log = log;
        this.pages = pages;
        this.site = site;
    }

    @GetMapping
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        Entry entry = entry(actor, id);
        log.recordRead(actor, "identity.account-read", entry.account().path(), "", id);
        return show(actor, t, entry, named(t, entry), null, HttpStatus.OK);
    }

    @PostMapping("/name")
    @Allow(Roles.ADMINISTRATOR)
    View rename(@PathVariable UUID id, Form<AccountForm> form, Actor actor, Texts t, Flash flash) {
        Outcome outcome = administration.rename(
                actor, id, form.soFar().version(), form.soFar().name());
        return answer(outcome, actor, t, id, form, flash);
    }

    @PostMapping("/disabled")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View disable(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam boolean disabled,
            Actor actor,
            Texts t,
            Flash flash) {
        return answer(administration.disable(actor, id, version, disabled), actor, t, id, flash);
    }

    @PostMapping("/roles")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View grant(@PathVariable UUID id, Form<AccountForm> form, Actor actor, Texts t, Flash flash) {
        AccountForm typed = form.soFar();
        Entry entry = entry(actor, id);
        Form<?> grant = form.with(Map.of("name", entry.account().name()));
        if (!choices.known(typed.role())) grant = grant.with("role", "identity.accounts.role-missing");
        if (typed.unit().isBlank()) grant = grant.with("unit", "identity.accounts.UNIT_OUT_OF_REACH");
        if (grant.wrong()) return show(actor, t, entry, grant, null, HttpStatus.UNPROCESSABLE_CONTENT);
        Outcome outcome = roles.grant(
                actor, id, typed.version(), typed.role(), AccountsController.unit(typed.unit()), typed.ends());
        return answer(outcome, actor, t, id, grant, flash);
    }

    @PostMapping("/roles/{grant}/revoked")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View revoke(
            @PathVariable UUID id,
            @PathVariable UUID grant,
            @RequestParam(defaultValue = "0") int version,
            Actor actor,
            Texts t,
            Flash flash) {
        return answer(roles.revoke(actor, id, version, grant), actor, t, id, flash);
    }

    @PostMapping("/link")
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View link(@PathVariable UUID id, @RequestParam(defaultValue = "0") int version, Actor actor, Texts t, Flash flash) {
        return answer(links.make(actor, id, version), actor, t, id, flash);
    }

    private View answer(Outcome outcome, Actor actor, Texts t, UUID id, Flash flash) {
        return answer(outcome, actor, t, id, named(t, entry(actor, id)), flash);
    }

    private View answer(Outcome outcome, Actor actor, Texts t, UUID id, Form<?> form, Flash flash) {
        return switch (outcome) {
            case Outcome.Done done -> flash.then("identity.accounts.changed", "/admin/accounts/" + id);
            case Outcome.Asked asked -> flash.then("identity.accounts.link-asked", "/admin/accounts/" + id);
            case Outcome.RoleAsked asked -> flash.then("identity.accounts.role-asked", "/admin/accounts/" + id);
            // shown here and now: a redirect would have to keep the link somewhere
            case Outcome.Linked(var token) -> {
                Entry entry = entry(actor, id);
                yield show(actor, t, entry, named(t, entry), site + "/reset/" + token, HttpStatus.OK);
            }
            case Outcome.Refused(var why) -> {
                Entry entry = entry(actor, id);
                boolean stale = why == Refusal.STALE;
                // a stale form shows what is there now, not what was typed over something else
                Form<?> shown = stale ? form.with(Map.of("name", entry.account().name())) : form;
                yield show(
                        actor,
                        t,
                        entry,
                        shown.with(List.of(AccountsController.error(why))),
                        null,
                        stale ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            }
        };
    }

    private static Form<?> named(Texts t, Entry entry) {
        return Form.blank(t, Map.of("name", entry.account().name()));
    }

    private Entry entry(Actor actor, UUID id) {
        return administration.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View show(Actor actor, Texts t, Entry entry, Form<?> form, @Nullable String link, HttpStatus status) {
        int open = sessions.of(entry.account().id());
        var page = new AccountPage(
                entry,
                roles.requests(actor, entry.account().id()),
                form,
                choices.of(t, actor, form.text("unit")),
                link,
                open);
        return pages.show("foundation/identity/accounts/account", page, status);
    }
}
