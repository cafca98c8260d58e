package vn.thucchat.economy.market.charges.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.web.Act;
import vn.thucchat.economy.market.register.web.ActPages;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.access.Allow;
import vn.thucchat.foundation.identity.access.Roles;
import vn.thucchat.foundation.identity.security.LinkAccess;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.pages.Texts;

/**
 * The evidence of the facts of charges. What a stall owes is the stall's business: only those see it who answer for the
 * figures or the market.
 */
@Controller
record ChargeActController(Charges charges, Markets markets, LinkAccess doors, ActPages acts) {

    @GetMapping("/market/acts/charges/{id}")
    @Allow({Roles.EVIDENCE_READER, PaymentRoles.ACCOUNTANT, MarketRoles.MARKET_MANAGER, MarketRoles.COLLECTOR})
    View charge(Actor actor, HttpServletRequest request, Texts t, @PathVariable UUID id) {
        Charge charge = charges.find(id).orElseThrow(ActPages::none);
        Market market = markets.find(charge.market()).orElseThrow();
        if (!doors.open(actor, request.getRequestURI(), market.unit().value(), market.synthetic()))
            throw ActPages.none();
        var lines = new ArrayList<Act.Line>();
        lines.add(new Act.Line("market.number", charge.number()));
        lines.add(new Act.Line("market.charge.kind", t.of("market.charge." + charge.kind())));
        lines.add(new Act.Line("market.charges.sum", t.of("market.vnd", t.number(charge.amountVnd()))));
        lines.add(new Act.Line("market.charges.due", t.date(charge.dueOn())));
        LocalDate paid = charge.paidOn();
        if (paid != null)
            lines.add(new Act.Line(
                    "market.charge.state",
                    t.of("market.charge.paid-on", t.date(paid), t.of("market.charge." + charge.channel()))));
        return acts.show(
                actor,
                t,
                market.id(),
                new Act("market.act.charge", charge.month(), charge.cancelledOn(), lines, id),
                "/charges/" + YearMonth.from(charge.month()) + "/" + charge.kind());
    }
}
