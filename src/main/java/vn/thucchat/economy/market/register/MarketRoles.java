package vn.thucchat.economy.market.register;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.foundation.identity.access.RoleDefinition;
import vn.thucchat.foundation.money.accounts.PaymentRoles;

/** Names and declares the roles in a market. */
@Configuration(proxyBeanMethods = false)
public final class MarketRoles {

    /** ban quản lý chợ: markets, stalls, traders and charges of the unit */
    public static final String MARKET_MANAGER = "MARKET_MANAGER";
    /** người thu: takes charges in cash against a receipt, and inspects stalls */
    public static final String COLLECTOR = "COLLECTOR";
    /** tiểu thương: sees what is paid at the own stall */
    public static final String TRADER = "TRADER";

    private MarketRoles() {}

    @Bean
    static RoleDefinition marketManager() {
        return RoleDefinition.of(MARKET_MANAGER, 80);
    }

    @Bean
    static RoleDefinition collector() {
        return RoleDefinition.of(COLLECTOR, 90).including(PaymentRoles.CASHIER);
    }

    @Bean
    static RoleDefinition trader() {
        return RoleDefinition.own(TRADER, 100).grantedBy(MARKET_MANAGER).including(PaymentRoles.PAYMENT_READER);
    }
}
