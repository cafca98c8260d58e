package vn.thucchat.demonstration;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.AccountsOfMarket;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stall;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.economy.market.traders.Contracts;
import vn.thucchat.economy.market.traders.Imports;
import vn.thucchat.economy.market.traders.PaymentMethod;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.Connection;
import vn.thucchat.foundation.money.accounts.Connections;
import vn.thucchat.foundation.money.accounts.ReceivingAccounts;
import vn.thucchat.foundation.pages.Result;
import vn.thucchat.foundation.units.UnitCode;

/** Opens the invented markets as their manager would: market by market, each by its spreadsheet. */
@Component
record MarketLoading(
        Connections connections,
        Markets markets,
        Imports imports,
        Stalls stalls,
        Traders traders,
        Contracts contracts,
        PaymentMethods acceptances,
        ReceivingAccounts accounts,
        People people,
        InstantSource clock) {

    /** Also after the demonstration was off: its connections hear again. */
    void connect() {
        for (DemoMarket.Teller teller : DemoMarket.Teller.values()) {
            connections.put(
                    new Connection(
                            teller.id,
                            teller.provider,
                            Province.CODE,
                            teller.bank + " (minh họa)",
                            true,
                            clock.instant(),
                            null),
                    teller.secret());
            connections.reopenSynthetic(teller.id);
            connections.putUnits(teller.id, served(teller));
        }
    }

    /** The communes whose markets are heard through it; the first market has an account at each bank. */
    private static Set<UnitCode> served(DemoMarket.Teller teller) {
        return DemoMarket.ALL.stream()
                .filter(market ->
                        market.connection() == teller || market.commune().equals(DemoMarket.OWN_COMMUNE))
                .map(market -> new UnitCode(market.commune()))
                .collect(Collectors.toSet());
    }

    void open(DemoMarket wanted) {
        Actor manager = people.marketManager();
        Result opened = markets.open(
                manager,
                new Markets.Draft(
                        wanted.code(),
                        wanted.name(),
                        wanted.commune(),
                        wanted.marketClass(),
                        "",
                        wanted.openedOn(),
                        wanted.connection().id,
                        new AccountsOfMarket.Draft(
                                wanted.connection().bin, wanted.chargesAccount(), "BAN QUAN LY CHO MINH HOA")));
        if (!(opened instanceof Result.Done(var id))) throw new IllegalStateException(wanted.code() + ": " + opened);
        Market market = markets.find(id).orElseThrow();
        try {
            Imports.Outcome taken = imports.take(manager, market, new ByteArrayInputStream(MarketSheets.csv(wanted)));
            if (!(taken instanceof Imports.Outcome.Taken))
                throw new IllegalStateException(wanted.code() + ": " + taken);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (wanted.commune().equals(DemoMarket.OWN_COMMUNE)) bind(manager, market);
    }

    /** The first stall belongs to the trader whom a newcomer signs in as. */
    private void bind(Actor manager, Market market) {
        Stall first = stalls.find(market, DemoMarket.number(1)).orElseThrow();
        Trader trader =
                traders.find(market, contracts.of(first).getFirst().trader()).orElseThrow();
        Result bound = traders.change(
                manager,
                market,
                trader.id(),
                trader.account(),
                new Traders.Draft(trader.kind(), trader.name(), "", "", "", trader.joinedOn(), People.TRADER));
        if (!(bound instanceof Result.Done)) throw new IllegalStateException("Not bound: " + bound);
        for (DemoMarket.Teller teller : DemoMarket.Teller.values())
            if (teller != DemoMarket.Teller.SEPAY) hear(manager, market, first, teller);
    }

    /** One more bank at the stall, told of by a connection of its own. */
    private void hear(Actor manager, Market market, Stall stall, DemoMarket.Teller teller) {
        var account = new AccountsOfMarket.Draft(teller.bin, teller.account(), "DANG THI MINH HOA");
        Result added = acceptances.add(
                manager, market, stall, new PaymentMethods.Draft(PaymentMethod.Kind.VIETQR, "", account));
        if (!(added instanceof Result.Done(var id))) throw new IllegalStateException(teller + ": " + added);
        int number = Objects.requireNonNull(acceptances.find(id).orElseThrow().account());
        accounts.connect(people.accountant(), number, teller.id).expectDone();
    }

    /** Nobody hears the demonstration's accounts any more: its secrets are known to all. */
    void disconnect() {
        connections.closeSynthetic();
    }
}
