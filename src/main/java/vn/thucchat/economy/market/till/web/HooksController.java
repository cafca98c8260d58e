package vn.thucchat.economy.market.till.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.economy.market.till.TillHooks;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.webhooks.Webhooks;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** The trader's own till software: where it is told what comes in. */
@Controller
record HooksController(HookDesk desk, TillHooks hooks, Webhooks webhooks, Pages pages) {

    @GetMapping("/market/stalls/{id}/hooks")
    @Allow(MarketRoles.TRADER)
    View list(@PathVariable UUID id, Actor actor) {
        return list(desk.till(actor, id), "", "", List.of(), HttpStatus.OK);
    }

    /** Answers with the page itself and not with a way to it: the secret is shown once and kept nowhere. */
    @PostMapping("/market/stalls/{id}/hooks")
    @Allow(MarketRoles.TRADER)
    View add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String account,
            Actor actor,
            Texts t) {
        Till till = desk.till(actor, id);
        String typed = url.length() > 600 ? url.substring(0, 600) : url;
        Integer number = till.numbers().size() == 1
                ? till.numbers().getFirst()
                : till.numbers().stream()
                        .filter(one -> one.toString().equals(account))
                        .findFirst()
                        .orElse(null);
        if (number == null) return refused(t, till, typed, account, "account", "till.hooks.account.fault");
        return switch (webhooks.add(actor, number, typed)) {
            case Webhooks.Adding.Added(var hook, var secret) -> desk.show(till, hook, secret);
            case Webhooks.Adding.UrlUnfit() -> refused(t, till, typed, account, "url", "till.hooks.url.fault");
            case Webhooks.Adding.Known() -> refused(t, till, typed, account, "url", "till.hooks.url.known");
            case Webhooks.Adding.TooMany() -> refused(t, till, typed, account, "url", "till.hooks.url.many");
        };
    }

    private View list(Till till, String url, String account, List<Fault> faults, HttpStatus status) {
        Map<Integer, String> names = desk.names(till);
        return pages.show(
                "economy/market/till/hooks",
                new HooksPage(
                        till,
                        hooks.of(till).stream()
                                .map(hook -> new HooksPage.Line(hook, names.getOrDefault(hook.account(), "")))
                                .toList(),
                        till.numbers().size() == 1
                                ? List.of()
                                : till.numbers().stream()
                                        .map(number -> new Option(number.toString(), names.getOrDefault(number, "")))
                                        .toList(),
                        url,
                        account,
                        faults),
                status);
    }

    private View refused(Texts t, Till till, String url, String account, String field, String key) {
        var fault = new Fault(field, t.of(key));
        return list(till, url, account, List.of(fault), HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
