package vn.thucchat.economy.market.charges.web;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.charges.OwedCharges;
import vn.thucchat.economy.market.charges.OwedCharges.Owed;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.foundation.database.Ids;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Texts;

/** Where a collector finds what a stall owes, and from where the cash is taken. */
@Controller
record OwedController(
        OwedCharges charges, Charges all, Markets markets, MarketLookup desk, InstantSource clock, Pages pages) {

    /** Charges per page: short enough to scroll through on a phone. */
    private static final int PAGE = 14;

    /** Charges of one stall that the cash desk takes at once, at most. */
    private static final int MOST = 50;

    @GetMapping("/market/owed")
    @Allow({MarketRoles.COLLECTOR, PaymentRoles.ACCOUNTANT})
    View find(Actor actor, Texts t, Form<OwedForm> form) {
        String words = form.text("q").length() > 60 ? form.text("q").substring(0, 60) : form.text("q");
        @Nullable Market market = form.text("market").isEmpty() ? null : desk.readable(actor, form.text("market"));
        String code = market == null ? "" : market.code();
        String after = form.text("after");
        if (words.isEmpty() && market == null) return byMarket(actor, after);
        @Nullable UUID seen = Ids.read(after).orElse(null);
        List<Owed> found = charges.page(actor, words, code, seen, PAGE + 1);
        // a stall that fills the page is read on, so that its total is of all that it owes
        if (found.size() > PAGE && OwedPage.sameStall(found.getFirst(), found.getLast()))
            found = charges.page(actor, words, code, seen, MOST + 1);
        int end = end(found);
        List<Owed> shown = found.subList(0, end);
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
                        inPart(found, end, seen),
                        List.of(),
                        actor.synthetic(),
                        markets.today(),
                        found.size() > end
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
                        Set.of(),
                        waiting.items(),
                        actor.synthetic(),
                        markets.today(),
                        waiting.next("/market/owed?after=")));
    }

    /** Finds where a page ends so that no stall is split, unless a stall is longer than a page. */
    private static int end(List<Owed> found) {
        if (found.size() <= PAGE) return found.size();
        int end = PAGE;
        while (end > 0 && OwedPage.sameStall(found.get(end - 1), found.get(end))) end--;
        if (end > 0) return end;
        end = PAGE;
        while (end < Math.min(MOST, found.size()) && OwedPage.sameStall(found.getFirst(), found.get(end))) end++;
        return end;
    }

    /** The stalls that are on the page before or the page after as well. */
    private Set<UUID> inPart(List<Owed> found, int end, @Nullable UUID seen) {
        var parted = new HashSet<UUID>();
        if (end < found.size() && OwedPage.sameStall(found.get(end - 1), found.get(end)))
            parted.add(found.get(end).charge().stall());
        if (seen != null && end > 0)
            all.find(seen)
                    .map(Charge::stall)
                    .filter(found.getFirst().charge().stall()::equals)
                    .ifPresent(parted::add);
        return parted;
    }
}
