package vn.thucchat.foundation.identity.accounts.web;

import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.View;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.RoleGrant;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.identity.accounts.Administration;
import vn.thucchat.foundation.identity.accounts.Administration.Entry;
import vn.thucchat.foundation.identity.accounts.Administration.Outcome;
import vn.thucchat.foundation.identity.accounts.Administration.Refusal;
import vn.thucchat.foundation.identity.accounts.RoleTransfers;
import vn.thucchat.foundation.pages.FieldError;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** Moves the roles that an official holds in one unit to another unit, by a decision. */
@Controller
record RoleTransferController(
        Administration administration, RoleTransfers transfers, GrantChoices choices, AccessLog log, Pages pages) {

    private static final String PATH = "/admin/accounts/{id}/transfer";

    @GetMapping(PATH)
    @Allow(Roles.ADMINISTRATOR)
    View show(@PathVariable UUID id, Actor actor, Texts t) {
        Entry entry = entry(actor, id);
        log.recordRead(actor, "identity.account-read", entry.account().path(), "", id);
        return show(actor, t, entry, Form.blank(t), HttpStatus.OK);
    }

    @PostMapping(PATH)
    @Allow(value = Roles.ADMINISTRATOR, recent = 10)
    View move(@PathVariable UUID id, Form<RoleTransferForm> form, Actor actor, Texts t, Flash flash) {
        RoleTransferForm typed = form.soFar();
        Entry entry = entry(actor, id);
        Outcome outcome = transfers.move(
                actor,
                id,
                typed.version(),
                AccountsController.unit(typed.from()),
                AccountsController.unit(typed.unit()),
                typed.paper());
        if (!(outcome instanceof Outcome.Refused(Refusal why)))
            return flash.then("identity.transfer.done", entry.account().path());
        HttpStatus status = why == Refusal.STALE ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT;
        return show(actor, t, entry(actor, id), form.with(List.of(error(why))), status);
    }

    private static FieldError error(Refusal why) {
        FieldError usual = AccountsController.error(why);
        boolean of = why == Refusal.NOT_HELD || why == Refusal.TAKES_TWO;
        return of ? new FieldError("from", usual.key()) : usual;
    }

    private Entry entry(Actor actor, UUID id) {
        return administration.find(actor, id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private View show(Actor actor, Texts t, Entry entry, Form<?> form, HttpStatus status) {
        List<Option> from = entry.grants().stream()
                .filter(RoleGrant::held)
                .map(grant -> new Option(grant.unit(), entry.unit(grant)))
                .distinct()
                .toList();
        var to = choices.of(t, actor, form.text("unit")).units();
        return pages.show("foundation/identity/accounts/transfer", new RoleTransferPage(entry, from, to, form), status);
    }
}
