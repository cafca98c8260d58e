package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.accesslog.AccessLog;
import vn.thucchat.foundation.pages.Result;

/** How a trader leaves a market: with all that was the trader's there. */
@Component
record TraderLeaving(
        TraderStore store,
        ContractStore contracts,
        PaymentMethodStore acceptances,
        Markets rights,
        TraderSignIns signIns,
        TraderFacts facts,
        PaymentMethodEnding ending,
        AccessLog log,
        InstantSource clock) {

    /** As {@link Traders#leave}, in the caller's transaction. */
    Result leave(Actor actor, Market market, UUID id) {
        if (!rights.mayManage(actor, market)) return new Result.NotFound();
        // a spreadsheet or a sign-in given meanwhile would bring the trader back, or leave the sign-in open
        rights.lock(market);
        var before = store.find(market.id(), id).orElse(null);
        if (before == null) return new Result.NotFound();
        Trader trader = before.trader();
        if (trader.leftOn() != null) return new Result.Done(id);
        LocalDate today = BusinessTime.day(clock.instant());
        store.update(market.id(), List.of(before.with(trader.leaving(today))));
        contracts.endOfTrader(market.id(), id, today);
        endWaysToPay(actor, market, id);
        facts.left(market, id, today);
        UUID account = trader.account();
        if (account != null) signIns.end(actor, market, id, account);
        log.record(actor, "market.trader-removed", Traders.path(market, id), "");
        return new Result.Done(id);
    }

    private void endWaysToPay(Actor actor, Market market, UUID trader) {
        List<PaymentMethod> open = acceptances.open(market.id());
        List<PaymentMethod> ended =
                open.stream().filter(a -> a.trader().equals(trader)).toList();
        ending.end(
                actor,
                market,
                ended,
                open.stream().filter(a -> !a.trader().equals(trader)).toList());
    }
}
