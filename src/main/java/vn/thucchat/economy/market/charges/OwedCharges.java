package vn.thucchat.economy.market.charges;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.StallNumber;
import vn.thucchat.foundation.identity.access.Access;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.PaymentRoles;
import vn.thucchat.foundation.money.cashdesk.CashDesk;
import vn.thucchat.foundation.pages.Slice;
import vn.thucchat.foundation.units.UnitCode;
import vn.thucchat.foundation.vietnamese.NameSearchKey;

/** What stalls still owe, found by who takes the cash: without the notice, by the stall's number or the trader's name. */
@Service
public class OwedCharges {

    /**
     * A charge that is not paid.
     *
     * @param owedVnd đồng, what is missing of it
     * @param elsewhere the unit whose collectors take the cash for it; null: the actor does
     */
    public record Owed(
            String marketCode,
            String market,
            Charge charge,
            long owedVnd,
            @Nullable UnitCode elsewhere) {}

    /** What is behind in a market that runs. */
    public record OfMarket(Market market, Charge.Overdue overdue) {}

    /** Markets of one page. */
    private static final int MARKETS = 50;

    private final OwedChargeStore store;
    private final ChargeStore charges;
    private final Markets markets;
    private final Charges amounts;
    private final CashDesk desk;
    private final Access access;

    OwedCharges(
            OwedChargeStore store,
            ChargeStore charges,
            Markets markets,
            Charges amounts,
            CashDesk desk,
            Access access) {
        this.store = store;
        this.charges = charges;
        this.markets = markets;
        this.amounts = amounts;
        this.desk = desk;
        this.access = access;
    }

    /**
     * In the markets of the units where the actor takes cash, in the order of markets, stalls and days due. A market may
     * be paid on another unit's account: there that unit's collectors take the cash.
     *
     * @param words how a stall's number begins or a part of its trader's name, however typed; empty: all of a market
     * @param market its code; empty: any
     * @param after the charge seen last, or null
     */
    public List<Owed> page(Actor actor, String words, String market, @Nullable UUID after, int limit) {
        if (words.isBlank() && market.isEmpty()) return List.of();
        var wanted = new OwedChargeStore.Wanted(
                access.units(actor, MarketRoles.COLLECTOR, PaymentRoles.ACCOUNTANT),
                actor.synthetic(),
                market,
                // what is no number begins none
                words.isBlank()
                        ? ""
                        : StallNumber.read(words).map(StallNumber::plain).orElse("~"),
                words.isBlank() ? "" : NameSearchKey.of(words));
        List<Owed> found = store.find(wanted, after == null ? OwedChargeStore.After.NONE : after(after), limit);
        Map<UUID, Long> missing =
                amounts.owedVnd(found.stream().map(Owed::charge).toList());
        Map<Integer, UnitCode> elsewhere = desk.takenElsewhere(
                actor,
                found.stream().map(it -> it.charge().account()).distinct().toList());
        return found.stream()
                .map(it -> new Owed(
                        it.marketCode(),
                        it.market(),
                        it.charge(),
                        missing.getOrDefault(it.charge().id(), it.owedVnd()),
                        elsewhere.get(it.charge().account())))
                .toList();
    }

    /**
     * A page of the markets in the units where the actor runs them or takes their cash, in the order of their codes.
     *
     * @param after the code of the last market of the page before; empty for the first
     */
    public Slice<OfMarket> markets(Actor actor, String after) {
        Slice<Market> page = Slice.of(
                markets.page(
                        actor,
                        after,
                        MARKETS + 1,
                        MarketRoles.MARKET_MANAGER,
                        MarketRoles.COLLECTOR,
                        PaymentRoles.ACCOUNTANT),
                MARKETS,
                Market::code);
        List<Market> mine = page.items().stream()
                .filter(market -> market.closedOn() == null && market.synthetic() == actor.synthetic())
                .toList();
        Map<UUID, Charge.Overdue> overdue =
                amounts.overdue(mine.stream().map(Market::id).toList());
        return new Slice<>(
                mine.stream()
                        .map(market -> new OfMarket(market, overdue.getOrDefault(market.id(), Charge.Overdue.NONE)))
                        .toList(),
                page.nextCursor());
    }

    private OwedChargeStore.After after(UUID id) {
        return charges.find(id)
                .flatMap(seen -> markets.find(seen.market())
                        .map(market ->
                                new OwedChargeStore.After(market.code(), seen.number(), seen.dueOn(), seen.id())))
                .orElse(OwedChargeStore.After.NONE);
    }
}
