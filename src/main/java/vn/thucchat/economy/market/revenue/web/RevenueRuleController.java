package vn.thucchat.economy.market.revenue.web;

import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.revenue.RevenueBooks;
import vn.thucchat.economy.market.revenue.RevenueRules;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.pages.Flash;
import vn.thucchat.foundation.pages.Form;
import vn.thucchat.foundation.pages.Pages;
import vn.thucchat.foundation.pages.Texts;

/** What the tax rules ask of traders by their revenue: for all to read, for administrators to state. */
@Controller
@RequestMapping(RevenueRuleController.PATH)
record RevenueRuleController(RevenueRules rules, RevenueBooks books, Pages pages) {

    static final String PATH = "/market/revenue-rules";

    @GetMapping
    @Allow({MarketRoles.TRADER, MarketRoles.MARKET_MANAGER, Roles.LEADER, Roles.ADMINISTRATOR})
    View list(Actor actor, Texts t) {
        return page(actor, Form.blank(t, Map.of("from", books.today().toString())), HttpStatus.OK);
    }

    @PostMapping
    @Allow(Roles.ADMINISTRATOR)
    View state(Form<RevenueRuleForm> form, Actor actor, Flash flash) {
        return form.answer(
                typed -> rules.state(actor, typed.rule()),
                _ -> flash.then("revenue.rules.stated", PATH),
                (again, status) -> page(actor, again, status));
    }

    private View page(Actor actor, Form<?> form, HttpStatus status) {
        return pages.show(
                "economy/market/revenue/rules",
                new RevenueRulesPage(rules.stated(), rules.mayChange(actor) ? form : null, form.faults()),
                status);
    }
}
