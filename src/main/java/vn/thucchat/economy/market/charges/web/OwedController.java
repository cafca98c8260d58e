package vn.thucchat.economy.market.charges.web;

import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.OwedCharges;
import vn.thucchat.economy.market.charges.OwedCharges.Owed;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.Actor;
import vn.thucchat.foundation.identity.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Where a collector finds what a stall owes, and from where the cash is taken. */
@Controller
record OwedController(OwedCharges charges, Markets markets, MarketLookup desk, InstantSource clock, Pages pages) {

    /** As many charges as are looked through on a telephone. */
    private static final int PAGE = 14;

    @GetMapping("/market/owed")
    @Allow({MarketRoles.COLLECTOR, PaymentRoles.ACCOUNTANT})
    View find(Actor actor, Texts t, Form<OwedForm> form) {
        String words = form.text("q").length() > 60 ? form.text("q").substring(0, 60) : form.text("q");
        @Nullable Market market = form.text("market").isEmpty() ? null : desk.readable(actor, form.text("market"));
        String code = market == null ? "" : market.code();
        String after = form.text("after");
        if (words.isEmpty() && market == null) return byMarket(actor, after);
        List<Owed> found = charges.page(actor, words, code, Ids.read(after).orElse(null), PAGE + 1);
        List<Owed> shown = found.size() > PAGE ? whole(found) : found;
        return pages.show(
                "economy/market/charges/owed",
                new OwedPage(
                        words,
                        market,
                        OwedPage.stalls(
                                shown.stream()
                                        .map(owed -> new OwedPage.Line(
                                                owed,
                                                owed.elsewhere() == null ? null : desk.place(t, owed.elsewhere())))
                                        .toList(),
                                () -> Ids.next(clock)),
                        List.of(),
                        actor.synthetic(),
                        markets.today(),
                        found.size() > PAGE
                                ? OwedPage.path(words) + "&market="
                                        + code + "&after="
                                        + shown.getLast().charge().id()
                                : null));
    }

    /** Where nothing is looked for: the markets, with what is overdue in each. */
    private View byMarket(Actor actor, String after) {
        Slice<OwedCharges.OfMarket> waiting = charges.markets(actor, after);
        return pages.show(
                "economy/market/charges/owed",
                new OwedPage(
                        "",
                        null,
                        List.of(),
                        waiting.items(),
                        actor.synthetic(),
                        markets.today(),
                        waiting.next("/market/owed?after=")));
    }

    /** As much of a page and one more as leaves no stall in two, unless it fills the page alone. */
    private static List<Owed> whole(List<Owed> found) {
        int end = PAGE;
        while (end > 0 && OwedPage.place(found.get(end - 1)).equals(OwedPage.place(found.get(end)))) end--;
        // the one at the cut belongs to what follows
        return found.subList(0, end == 0 ? PAGE : end);
    }
}
