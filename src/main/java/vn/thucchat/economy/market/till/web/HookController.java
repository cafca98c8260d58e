package vn.thucchat.economy.market.till.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Quota;
import vn.thucchat.foundation.money.webhooks.Delivery;
import vn.thucchat.foundation.money.webhooks.SkippedMessages;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.money.webhooks.Webhooks;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Texts;

/** One address that a stall's takings are told to: whether it hears, and what its trader does about it. */
@Controller
record HookController(HookDesk desk, Webhooks webhooks, SkippedMessages skipped, Quota quota) {

    /** A test holds a request for as long as the receiver takes. */
    private static final int TESTS_PER_MINUTE = 10;

    @GetMapping("/market/stalls/{id}/hooks/{hook}")
    @Allow(MarketRoles.TRADER)
    View one(@PathVariable UUID id, @PathVariable UUID hook, Actor actor) {
        Till till = desk.till(actor, id);
        return desk.show(till, desk.hook(till, hook), null);
    }

    @PostMapping("/market/stalls/{id}/hooks/{hook}/tests")
    @Allow(MarketRoles.TRADER)
    View test(@PathVariable UUID id, @PathVariable UUID hook, Actor actor, HttpServletRequest request, Flash flash) {
        Till till = desk.till(actor, id);
        Webhook tested = desk.hook(till, hook);
        quota.charge(request, TESTS_PER_MINUTE);
        boolean taken = webhooks.test(tested)
                .filter(delivery -> delivery.outcome() == Delivery.Outcome.TAKEN)
                .isPresent();
        return seeOther(till, hook, flash, taken ? "till.hook.tested.taken" : "till.hook.tested.not-taken");
    }

    /** Goes on also means: tries again now. */
    @PostMapping("/market/stalls/{id}/hooks/{hook}/paused")
    @Allow(MarketRoles.TRADER)
    View pause(@PathVariable UUID id, @PathVariable UUID hook, @RequestParam boolean paused, Actor actor, Flash flash) {
        Till till = desk.till(actor, id);
        Webhook wanted = desk.hook(till, hook);
        // sent twice, it is so already
        if (paused) webhooks.pause(actor, wanted);
        else webhooks.resume(actor, wanted);
        return seeOther(till, hook, flash, paused ? "till.hook.paused.done" : "till.hook.resumed.done");
    }

    @PostMapping("/market/stalls/{id}/hooks/{hook}/ended")
    @Allow(MarketRoles.TRADER)
    View end(@PathVariable UUID id, @PathVariable UUID hook, Actor actor, Flash flash) {
        Till till = desk.till(actor, id);
        webhooks.end(actor, desk.hook(till, hook));
        return seeOther(till, null, flash, "till.hook.ended.done");
    }

    /** @param seen until when the form says that the secret before still signs: sent twice, it changes once */
    @PostMapping("/market/stalls/{id}/hooks/{hook}/secret")
    @Allow(MarketRoles.TRADER)
    View secret(
            @PathVariable UUID id,
            @PathVariable UUID hook,
            @RequestParam(defaultValue = "") String seen,
            Actor actor,
            Flash flash) {
        Till till = desk.till(actor, id);
        Webhook wanted = desk.hook(till, hook);
        var fresh = seen.equals(Objects.toString(wanted.formerSecretUntil(), ""))
                ? webhooks.rotate(actor, wanted)
                : Optional.<String>empty();
        if (fresh.isEmpty()) return seeOther(till, hook, flash, "till.hook.secret.stale");
        return desk.show(till, desk.hook(till, hook), fresh.get());
    }

    /** @param number which the form shows: sent twice, it skips once */
    @PostMapping("/market/stalls/{id}/hooks/{hook}/skipped")
    @Allow(MarketRoles.TRADER)
    View skip(
            @PathVariable UUID id,
            @PathVariable UUID hook,
            @RequestParam long number,
            @RequestParam(defaultValue = "") String reason,
            Actor actor,
            Texts t,
            Flash flash) {
        Till till = desk.till(actor, id);
        Webhook stuck = desk.hook(till, hook);
        return switch (skipped.skip(actor, stuck, number, reason)) {
            case DONE -> seeOther(till, hook, flash, "till.hook.skip.done");
            case NOT_STUCK -> seeOther(till, hook, flash, "till.hook.skip.stale");
            case REASON_UNFIT ->
                desk.refused(
                        till,
                        stuck,
                        reason.substring(0, Math.min(reason.length(), SkippedMessages.LONGEST_REASON)),
                        new Fault("reason", t.of("till.hook.skip.reason.fault")));
        };
    }

    private static View seeOther(Till till, @Nullable UUID hook, Flash flash, String notice) {
        return flash.then(notice, "/market/stalls/" + till.stall() + "/hooks" + (hook == null ? "" : "/" + hook));
    }
}
