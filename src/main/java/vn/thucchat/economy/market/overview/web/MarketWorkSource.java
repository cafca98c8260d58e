package vn.thucchat.economy.market.overview.web;

import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.overview.MarketWork;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.pages.Texts;
import vn.thucchat.foundation.work.WorkLine;
import vn.thucchat.foundation.work.WorkSource;

/** Tells what waits in markets: charges to pay, arrears to collect, stalls to equip and to inspect. */
@Component
@Order(300)
record MarketWorkSource(Charges charges, MarketWork markets) implements WorkSource {

    @Override
    public List<WorkLine> waiting(Texts t, Actor actor) {
        var items = new ArrayList<WorkLine>();
        if (actor.holds(MarketRoles.TRADER)) owing(t, actor, items);
        if (actor.holds(MarketRoles.MARKET_MANAGER) || actor.holds(MarketRoles.COLLECTOR)) running(t, actor, items);
        return items;
    }

    private void owing(Texts t, Actor actor, List<WorkLine> items) {
        for (Charge charge : charges.owedBy(actor))
            items.add(WorkLine.of(
                    t.of("market.charge." + charge.kind().name()) + " "
                            + t.of(
                                    "charges.month",
                                    charge.month().getMonthValue() + "/"
                                            + charge.month().getYear()),
                    t.of("till.title", charge.number()) + " · " + t.number(charge.amountVnd()) + " đ",
                    charge.dueOn(),
                    "/market/charges/" + charge.id(),
                    t.of("work.action.pay")));
    }

    private void running(Texts t, Actor actor, List<WorkLine> items) {
        List<MarketWork.Waiting> mine = markets.of(actor);
        for (MarketWorkType errand : MarketWorkType.values()) {
            List<MarketWork.Waiting> in = errand.in(mine);
            if (!in.isEmpty()) items.add(errand.line(t, in));
        }
    }
}
