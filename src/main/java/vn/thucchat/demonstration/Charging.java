package vn.thucchat.demonstration;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.charges.Charge;
import vn.thucchat.economy.market.charges.Charges;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.cashdesk.CashDesk;

/**
 * What the invented traders owe their markets each month: asked as the manager would, paid at the banks or to the
 * collector, and by some too little, twice, or without saying what for.
 */
@Component
record Charging(Charges charges, Markets markets, CashDesk desk, People people, BankDoor door, InstantSource clock) {

    private static final int DUE_ON = 20;
    private static final int LEFT_TO_PAY = 3;
    private static final int DAYS_OF_PAYING = 5;
    private static final int PAGE = 500;
    private static final long SANITATION_VND = 30_000;

    /**
     * @param loaded the day of loading: what that month asks for falls due three days after it
     * @param step told a name and what is to be done once under it
     */
    void months(LocalDate loaded, BiConsumer<String, Runnable> step) {
        YearMonth now = YearMonth.from(markets.today());
        for (YearMonth month : List.of(now.minusMonths(1), now)) {
            LocalDate due = month.equals(YearMonth.from(loaded)) ? loaded.plusDays(LEFT_TO_PAY) : month.atDay(DUE_ON);
            step.accept("charges-" + month, () -> ask(month, due));
            step.accept("charges-paid-" + month, () -> pay(month, month.equals(now)));
        }
    }

    private void ask(YearMonth month, LocalDate due) {
        Actor manager = people.marketManager();
        for (DemoMarket wanted : DemoMarket.ALL) {
            // one of an older demonstration has no account for charges
            Market market = markets.find(wanted.code()).orElse(null);
            if (market == null || market.chargesAccount() == null) continue;
            done(charges.rent(manager, market, month, due));
            if (!collects(wanted)) continue;
            done(charges.each(manager, market, month, Charge.Kind.SANITATION, due, SANITATION_VND));
        }
    }

    private static void done(Charges.Asked asked) {
        if (!(asked instanceof Charges.Asked.Done)) throw new IllegalStateException(asked.toString());
    }

    private static boolean collects(DemoMarket market) {
        return market.commune().equals(DemoMarket.OWN_COMMUNE);
    }

    private record Sent(DemoMarket market, long amountVnd, String memo, Instant at, long number) {}

    private void pay(YearMonth month, boolean running) {
        if (!door.open()) return;
        var sent = new ArrayList<Sent>();
        var cash = new ArrayList<Charge>();
        for (DemoMarket wanted : DemoMarket.ALL)
            markets.find(wanted.code()).ifPresent(market -> {
                for (Charge.Kind kind : List.of(Charge.Kind.RENT, Charge.Kind.SANITATION))
                    for (Charge charge : all(market, month, kind))
                        if (charge.open()) pay(wanted, charge, running, sent, cash);
            });
        try {
            door.send(
                    sent,
                    one -> BankMessage.of(
                            one.market().connection(),
                            one.market().chargesAccount(),
                            one.amountVnd(),
                            one.memo(),
                            one.at(),
                            one.number(),
                            clock.instant()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        // last: what this transaction locks, no bank has to wait for
        for (Charge charge : cash) collect(charge);
    }

    private void collect(Charge charge) {
        var key = UUID.nameUUIDFromBytes(charge.code().getBytes(StandardCharsets.US_ASCII));
        var taken = desk.take(people.collector(), charge.code(), charge.amountVnd(), key);
        if (!(taken instanceof CashDesk.Taking.Taken)) throw new IllegalStateException(taken.toString());
    }

    private List<Charge> all(Market market, YearMonth month, Charge.Kind kind) {
        var all = new ArrayList<Charge>();
        while (true) {
            List<Charge> page = charges.of(
                    market, month, kind, all.isEmpty() ? "" : all.getLast().number(), PAGE);
            all.addAll(page);
            if (page.size() < PAGE) return all;
        }
    }

    private void pay(DemoMarket market, Charge charge, boolean running, List<Sent> sent, List<Charge> cash) {
        var draw = new Draw("charge", market.code(), charge.number(), charge.kind(), charge.month());
        // the newcomer's own stall has something left to pay
        double share = charge.number().equals(DemoMarket.number(1)) ? (running ? 1 : 0) : draw.share();
        double bank = running ? 0.45 : 0.72;
        if (share < bank) {
            Instant at = daytime(draw);
            String memo = "MBVCB.%d.%s.CT TU 0451".formatted(draw.below(1_000_000_000), charge.code());
            double way = draw.share();
            if (way < 0.004) sent.add(new Sent(market, charge.amountVnd() - 10_000, memo, at, number(draw)));
            else if (way < 0.008) sent.add(new Sent(market, charge.amountVnd(), "TIEN CHO", at, number(draw)));
            else sent.add(new Sent(market, charge.amountVnd(), memo, at, number(draw)));
            if (way > 0.997) sent.add(new Sent(market, charge.amountVnd(), memo, at.plusSeconds(40), number(draw)));
        } else if (collects(market) && share < bank + 0.14) {
            cash.add(charge);
        }
    }

    /** On one of the last days, while people are awake. */
    private Instant daytime(Draw draw) {
        LocalDate today = markets.today();
        int back = draw.below(DAYS_OF_PAYING);
        LocalTime hour = LocalTime.of(7, 0).plusSeconds(draw.below(13 * 3_600));
        Instant at =
                today.minusDays(back).atTime(hour).atZone(BusinessTime.VIETNAM).toInstant();
        return at.isBefore(clock.instant()) ? at : at.minus(Duration.ofDays(1));
    }

    /** The same for the same payment, so that the platform knows it again. */
    private static long number(Draw draw) {
        return draw.next() >>> 12;
    }
}
