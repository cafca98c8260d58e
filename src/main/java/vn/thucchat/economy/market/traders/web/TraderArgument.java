package vn.thucchat.economy.market.traders.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.economy.market.register.web.MarketRecord;
import vn.thucchat.economy.market.traders.Trader;
import vn.thucchat.economy.market.traders.Traders;

/** Gives handlers the trader of their address as an argument. */
@Configuration(proxyBeanMethods = false)
class TraderArgument {

    @Bean
    MarketRecord<Trader> traderOfMarket(Traders traders) {
        return new MarketRecord<>(Trader.class, traders::find, "market.trader.none");
    }
}
