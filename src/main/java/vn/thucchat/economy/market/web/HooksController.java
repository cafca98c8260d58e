package vn.thucchat.economy.market.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import vn.thucchat.economy.market.Takings;
import vn.thucchat.economy.market.Till;
import vn.thucchat.economy.market.TillHooks;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.identity.Quota;
import vn.thucchat.foundation.identity.Role;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Option;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.SeeOther;
import vn.thucchat.foundation.payments.Bank;
import vn.thucchat.foundation.payments.Banks;
import vn.thucchat.foundation.payments.Delivery;
import vn.thucchat.foundation.payments.ReceivingAccount;
import vn.thucchat.foundation.payments.ReceivingAccounts;
import vn.thucchat.foundation.payments.Webhook;
import vn.thucchat.foundation.payments.Webhooks;

/** The trader's own till software: where it is told what comes in, and whether it hears. */
@Controller
class HooksController {

    /** A test holds a request for as long as the receiver takes. */
    private static final int TESTS_PER_MINUTE = 10;

    private final Takings takings;
    private final TillHooks hooks;
    private final Webhooks webhooks;
    private final ReceivingAccounts accounts;
    private final Banks banks;
    private final Quota quota;
    private final Pages pages;

    HooksController(
            Takings takings,
            TillHooks hooks,
            Webhooks webhooks,
            ReceivingAccounts accounts,
            Banks banks,
            Quota quota,
            Pages pages) {
        this.takings = takings;
        this.hooks = hooks;
        this.webhooks = webhooks;
        this.accounts = accounts;
        this.banks = banks;
        this.quota = quota;
        this.pages = pages;
    }

    @GetMapping("/market/stalls/{id}/hooks")
    @Allow(Role.TRADER)
    View list(@PathVariable("id") UUID id, Actor actor) {
        return list(till(actor, id), "", "", List.of(), HttpStatus.OK);
    }

    /** Answers with the page itself and not with a way to it: the secret is shown once and kept nowhere. */
    @PostMapping("/market/stalls/{id}/hooks")
    @Allow(Role.TRADER)
    View add(
            @PathVariable("id") UUID id,
            @RequestParam(name = "url", defaultValue = "") String url,
            @RequestParam(name = "account", defaultValue = "") String account,
            Actor actor,
            HttpServletRequest request) {
        Till till = till(actor, id);
        String typed = url.length() > 600 ? url.substring(0, 600) : url;
        Integer number = till.numbers().size() == 1
                ? till.numbers().getFirst()
                : till.numbers().stream()
                        .filter(one -> one.toString().equals(account))
                        .findFirst()
                        .orElse(null);
        if (number == null) return refused(request, till, typed, account, "account", "till.hooks.account.fault");
        return switch (webhooks.add(actor, number, typed)) {
            case Webhooks.Adding.Added(var hook, var secret) -> one(till, hook, secret);
            case Webhooks.Adding.UrlUnfit() -> refused(request, till, typed, account, "url", "till.hooks.url.fault");
            case Webhooks.Adding.Known() -> refused(request, till, typed, account, "url", "till.hooks.url.known");
            case Webhooks.Adding.TooMany() -> refused(request, till, typed, account, "url", "till.hooks.url.many");
        };
    }

    @GetMapping("/market/stalls/{id}/hooks/{hook}")
    @Allow(Role.TRADER)
    View one(@PathVariable("id") UUID id, @PathVariable("hook") UUID hook, Actor actor) {
        Till till = till(actor, id);
        return one(till, hook(till, hook), null);
    }

    @PostMapping("/market/stalls/{id}/hooks/{hook}/tests")
    @Allow(Role.TRADER)
    View test(
            @PathVariable("id") UUID id,
            @PathVariable("hook") UUID hook,
            Actor actor,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Till till = till(actor, id);
        Webhook tested = hook(till, hook);
        quota.charge(request, TESTS_PER_MINUTE);
        boolean taken = webhooks.test(tested)
                .filter(delivery -> delivery.outcome() == Delivery.Outcome.TAKEN)
                .isPresent();
        return seeOther(till, hook, flash, taken ? "till.hook.tested.taken" : "till.hook.tested.not-taken");
    }

    /** Goes on also means: tries again now. */
    @PostMapping("/market/stalls/{id}/hooks/{hook}/paused")
    @Allow(Role.TRADER)
    View pause(
            @PathVariable("id") UUID id,
            @PathVariable("hook") UUID hook,
            @RequestParam("paused") boolean paused,
            Actor actor,
            RedirectAttributes flash) {
        Till till = till(actor, id);
        Webhook wanted = hook(till, hook);
        // sent twice, it is so already
        if (paused) webhooks.pause(actor, wanted);
        else webhooks.resume(actor, wanted);
        return seeOther(till, hook, flash, paused ? "till.hook.paused.done" : "till.hook.resumed.done");
    }

    @PostMapping("/market/stalls/{id}/hooks/{hook}/ended")
    @Allow(Role.TRADER)
    View end(@PathVariable("id") UUID id, @PathVariable("hook") UUID hook, Actor actor, RedirectAttributes flash) {
        Till till = till(actor, id);
        webhooks.end(actor, hook(till, hook));
        return seeOther(till, null, flash, "till.hook.ended.done");
    }

    /** @param seen until when the form says that the secret before still signs: sent twice, it changes once */
    @PostMapping("/market/stalls/{id}/hooks/{hook}/secret")
    @Allow(Role.TRADER)
    View secret(
            @PathVariable("id") UUID id,
            @PathVariable("hook") UUID hook,
            @RequestParam(name = "seen", defaultValue = "") String seen,
            Actor actor,
            RedirectAttributes flash) {
        Till till = till(actor, id);
        Webhook wanted = hook(till, hook);
        var fresh = seen.equals(Objects.toString(wanted.formerSecretUntil(), ""))
                ? webhooks.rotate(actor, wanted)
                : java.util.Optional.<String>empty();
        if (fresh.isEmpty()) return seeOther(till, hook, flash, "till.hook.secret.stale");
        return one(till, hook(till, hook), fresh.get());
    }

    private View list(Till till, String url, String account, List<Fault> faults, HttpStatus status) {
        Map<Integer, String> names = names(till);
        return pages.show(
                "economy/market/hooks",
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

    private View refused(HttpServletRequest request, Till till, String url, String account, String field, String key) {
        var fault = new Fault(field, pages.texts(request).of(key));
        return list(till, url, account, List.of(fault), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View one(Till till, Webhook hook, @Nullable String secret) {
        return pages.show(
                "economy/market/hook",
                new HookPage(
                        till,
                        hook,
                        names(till).getOrDefault(hook.account(), ""),
                        HookPage.lines(webhooks.deliveries(hook)),
                        secret));
    }

    /** Each account's bank and the end of its number. */
    private Map<Integer, String> names(Till till) {
        LocalDate today = takings.today();
        var names = new HashMap<Integer, String>();
        for (ReceivingAccount account : accounts.find(till.numbers())) {
            String number = account.account();
            names.put(
                    account.number(),
                    banks.find(account.bin(), today).map(Bank::name).orElse(account.bin()) + " …"
                            + number.substring(Math.max(0, number.length() - 4)));
        }
        return names;
    }

    private Till till(Actor actor, UUID id) {
        return takings.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
    }

    private Webhook hook(Till till, UUID id) {
        return hooks.find(till, id).orElseThrow(() -> Problem.notFound("till.hook.none"));
    }

    private static View seeOther(Till till, @Nullable UUID hook, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute(Pages.NOTICE, notice);
        return SeeOther.at("/market/stalls/" + till.stall() + "/hooks" + (hook == null ? "" : "/" + hook));
    }
}
