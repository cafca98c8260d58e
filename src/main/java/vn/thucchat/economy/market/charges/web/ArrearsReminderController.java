package vn.thucchat.economy.market.charges.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.ArrearsReminders.Debtor;
import vn.thucchat.economy.market.charges.ArrearsReminders.Reminder;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Inspected;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.security.Downloads;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Problem;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.pages.Texts;

/** Records reminders to selected debtors, prints their notices and shows a manager their phone numbers. */
@Controller
@RequestMapping("/markets/{code}/reminders")
record ArrearsReminderController(
        ArrearsReminders reminders,
        Charges charges,
        Traders traders,
        Markets markets,
        NoticePapers papers,
        Downloads downloads,
        InstantSource clock,
        Pages pages) {

    /** Debtors in one request at most; a page of the list shows fewer. */
    private static final int MOST = 100;

    @GetMapping("/new")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View look(@Inspected Market market, @RequestParam(defaultValue = "") List<Debtor> chosen) {
        return pages.show(
                "economy/market/charges/remind",
                new ReminderConfirmationPage(market, reminders.behind(market, some(chosen)), Ids.next(clock)));
    }

    @PostMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View remind(
            Actor actor,
            @Inspected Market market,
            @RequestParam(defaultValue = "") List<Debtor> chosen,
            @RequestParam UUID key,
            Flash flash) {
        Result result = reminders.remind(actor, market, some(chosen), key);
        return flash.then(result, "market.reminders.done", path(market, key));
    }

    @GetMapping("/{id}")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View one(Actor actor, @Inspected Market market, @PathVariable UUID id) {
        List<Reminder> all = found(market, id);
        return show(actor, market, all, reminders.behind(market, debtors(all)), Map.of());
    }

    /**
     * Shows the numbers of those who are still behind. A reading of personal data is an act, so it is no address that a
     * browser opens by itself. Each is logged.
     */
    @PostMapping("/{id}/phones")
    @Allow(MarketRoles.MARKET_MANAGER)
    View phones(Actor actor, Texts t, @Inspected Market market, @PathVariable UUID id) {
        if (!markets.mayManage(actor, market)) throw new AccessDeniedException("market");
        var phones = new HashMap<UUID, String>();
        List<Reminder> all = found(market, id);
        List<Charge.Arrears> behind = reminders.behind(market, debtors(all));
        for (Charge.Arrears it : behind)
            if (!phones.containsKey(it.trader()))
                traders.contact(actor, market, it.trader(), t.of("market.reminders.purpose"))
                        .ifPresent(contact -> phones.put(it.trader(), contact.phone() == null ? "" : contact.phone()));
        return show(actor, market, all, behind, phones);
    }

    @GetMapping("/{id}/notices.pdf")
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    ResponseEntity<byte[]> print(
            HttpServletRequest request,
            Texts t,
            @Inspected Market market,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID after) {
        downloads.count(request);
        Charge seen = after == null
                ? null
                : charges.find(after)
                        .filter(it -> it.market().equals(market.id()))
                        .orElseThrow(() -> Problem.notFound("market.notices.none"));
        List<Charge> overdue = reminders.overdue(market, debtors(found(market, id)), seen, NoticePapers.OF_A_PART);
        return papers.pdf(t, market, overdue, true, market.code() + "-" + id);
    }

    private View show(
            Actor actor, Market market, List<Reminder> all, List<Charge.Arrears> behind, Map<UUID, String> phones) {
        return pages.show(
                "economy/market/charges/reminder",
                new ReminderPage(
                        market,
                        all.getFirst().id(),
                        all,
                        behind,
                        reminders.parts(market, debtors(all), NoticePapers.OF_A_PART),
                        phones,
                        markets.mayManage(actor, market)));
    }

    private List<Reminder> found(Market market, UUID id) {
        List<Reminder> all = reminders.of(market, id);
        if (all.isEmpty()) throw Problem.notFound("market.reminders.none-such");
        return all;
    }

    private static List<Debtor> debtors(List<Reminder> of) {
        return of.stream().map(Reminder::debtor).toList();
    }

    private static List<Debtor> some(List<Debtor> chosen) {
        if (chosen.isEmpty() || chosen.size() > MOST) throw Problem.bad("chosen", "table.chosen.fault");
        return chosen;
    }

    private static String path(Market market, UUID id) {
        return MarketLookup.path(market) + "/reminders/" + id;
    }
}
