package vn.thucchat.economy.market.till.web;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.till.PaymentNotes;
import vn.thucchat.foundation.work.WorkKind;
import vn.thucchat.foundation.work.WorkLine;

/** Declares the kind of work that a buyer's wish for a refund is, and words it. */
@Configuration(proxyBeanMethods = false)
class TillWorkKinds {

    /**
     * The arguments are the stall's number, the amount in đồng and the market's name. Its trader ends it, or the manager
     * for a trader who is gone.
     */
    @Bean
    static WorkKind marketRefund() {
        return new WorkKind(
                PaymentNotes.REFUND,
                MarketRoles.MARKET_MANAGER,
                false,
                (t, item) -> WorkLine.of(
                        t.of(
                                "till.refund.work",
                                t.number(Long.parseLong(item.arguments().get(1)))),
                        t.of("till.title", item.arguments().getFirst()) + " · "
                                + item.arguments().getLast(),
                        item.dueOn(),
                        "/market/acts/payments/" + item.evidence(),
                        t.of("till.refund.look")));
    }
}
