package vn.thucchat.economy.market.charges.web;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.ArrearsReminders;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.economy.market.register.web.MarketLookup;
import vn.thucchat.economy.market.register.web.Visible;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Cursor;
import vn.thucchat.foundation.pages.Link;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.pages.Sort;
import vn.thucchat.foundation.pages.Table;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Lists the stalls of a market with overdue charges: searches, sorts and selects those to remind. */
@Controller
@RequestMapping("/markets/{code}/arrears")
record ArrearsController(Charges charges, ArrearsReminders reminders, Markets markets, Pages pages) {

    /** Rows per page: short enough to scroll through on a phone. */
    private static final int PAGE = 16;

    /** Columns that the list can be sorted by. */
    enum Order {
        NUMBER,
        TRADER,
        OWED,
        SINCE;

        Comparator<Charge.Arrears> comparator() {
            return switch (this) {
                case NUMBER -> Comparator.comparing(it -> StallNumber.place(it.number()));
                case TRADER -> Comparator.comparing(Charge.Arrears::traderName, VietnameseText.ORDER);
                case OWED -> Comparator.comparingLong(Charge.Arrears::owedVnd);
                case SINCE -> Comparator.comparing(Charge.Arrears::since);
            };
        }
    }

    private static final List<Table.Column> COLUMNS = List.of(
            Table.Column.by(Order.NUMBER, "market.number"),
            Table.Column.by(Order.TRADER, "market.trader"),
            Table.Column.by(Order.OWED, "market.arrears.owed").numbers(),
            Table.Column.by(Order.SINCE, "market.arrears.since"),
            Table.Column.of("market.reminded"));

    @GetMapping
    @Allow({MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR, Roles.LEADER, PaymentRoles.ACCOUNTANT})
    View list(
            Actor actor,
            Texts t,
            @Visible Market market,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "SINCE") String sort,
            Cursor cursor) {
        String words = (q.length() > 60 ? q.substring(0, 60) : q).replaceAll("\\p{Cntrl}", "");
        Sort<Order> order = Sort.read(sort, Order.class);
        Comparator<Charge.Arrears> by = order.by().comparator();
        List<Charge.Arrears> all = charges.arrears(market, words).stream()
                .sorted(order.down() ? by.reversed() : by)
                .toList();
        Slice<Charge.Arrears> shown = Slice.part(all, cursor, PAGE);
        List<UUID> stalls =
                shown.items().stream().map(Charge.Arrears::stall).distinct().toList();
        String path = MarketLookup.path(market);
        Table table = Table.of(path + "/arrears", COLUMNS, cursor, shown)
                .filtered("q", words)
                .sorted(order);
        boolean reminds = markets.mayInspect(actor, market);
        return pages.show(
                "economy/market/charges/arrears",
                new ArrearsPage(
                        market,
                        markets.today(),
                        ArrearsPage.total(all),
                        shown.items(),
                        reminders.latest(market, stalls),
                        reminds ? table.choosing(new Link(path + "/reminders/new", t.of("market.remind"))) : table));
    }
}
