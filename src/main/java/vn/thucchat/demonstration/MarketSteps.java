package vn.thucchat.demonstration;

import java.time.LocalDate;
import java.util.function.BiConsumer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Opens the invented markets, and trades, charges and inspects in them. */
@Component
@Order(200)
record MarketSteps(MarketLoading markets, SignRounds signRounds, Trading trading, Charging charging)
        implements DemonstrationStep {

    @Override
    public void load(Days days, BiConsumer<String, Runnable> step) {
        step.accept("connections", markets::connect);
        for (DemoMarket market : DemoMarket.ALL) step.accept(market.code(), () -> markets.open(market));
        step.accept("sign-rounds", signRounds::inspect);
        for (LocalDate day : trading.daysBefore(days)) step.accept("trading-" + day, () -> trading.of(day));
        charging.months(days.loaded(), step);
    }

    @Override
    public void on() {
        markets.connect();
        trading.begin();
    }

    @Override
    public void off() {
        markets.disconnect();
    }
}
