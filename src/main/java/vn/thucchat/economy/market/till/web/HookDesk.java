package vn.thucchat.economy.market.till.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.till.StallReceipts;
import vn.thucchat.economy.market.till.Till;
import vn.thucchat.economy.market.till.TillHooks;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.ReceivingAccount;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.money.vietqr.Banks;
import vn.thucchat.foundation.money.webhooks.SkippedMessages;
import vn.thucchat.foundation.money.webhooks.Webhook;
import vn.thucchat.foundation.money.webhooks.Webhooks;
import vn.thucchat.foundation.pages.Fault;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;

/** What the handlers of a trader's software share: finding what an address names, for its trader, and showing it. */
@Component
record HookDesk(
        StallReceipts takings,
        TillHooks hooks,
        Webhooks webhooks,
        SkippedMessages skipped,
        ReceivingAccounts accounts,
        Banks banks,
        Pages pages) {

    Till till(Actor actor, UUID id) {
        return takings.till(actor, id).orElseThrow(() -> Problem.notFound("till.none"));
    }

    Webhook hook(Till till, UUID id) {
        return hooks.find(till, id).orElseThrow(() -> Problem.notFound("till.hook.none"));
    }

    /** @param secret fresh, shown this once; null: none is */
    View show(Till till, Webhook hook, @Nullable String secret) {
        return show(till, hook, secret, "", List.of(), HttpStatus.OK);
    }

    /** Again, with what was typed as the reason to skip a message, and what is wrong with it. */
    View refused(Till till, Webhook hook, String reason, Fault fault) {
        return show(till, hook, null, reason, List.of(fault), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private View show(
            Till till, Webhook hook, @Nullable String secret, String reason, List<Fault> faults, HttpStatus status) {
        return pages.show(
                "economy/market/till/hook",
                new HookPage(
                        till,
                        hook,
                        names(till).getOrDefault(hook.account(), ""),
                        HookPage.lines(webhooks.deliveries(hook)),
                        skipped.stuck(hook).orElse(null),
                        skipped.of(hook),
                        secret,
                        reason,
                        faults),
                status);
    }

    /** Each account's bank and the end of its number. */
    Map<Integer, String> names(Till till) {
        LocalDate today = takings.today();
        var names = new HashMap<Integer, String>();
        for (ReceivingAccount account : accounts.find(till.numbers())) {
            String number = account.account();
            names.put(
                    account.number(),
                    banks.name(account.bin(), today) + " …" + number.substring(Math.max(0, number.length() - 4)));
        }
        return names;
    }
}
