package vn.thucchat.economy.market.till;

import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.MarketRoles;
import vn.thucchat.economy.market.traders.PaymentMethods;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.money.accounts.OwnAccounts;

/** The accounts that a trader's buyers pay to are the trader's own. */
@Component
record OwnTills(PaymentMethods methods) implements OwnAccounts {

    @Override
    public boolean owns(Actor actor, int account) {
        return actor.holds(MarketRoles.TRADER)
                && methods.served(actor).stream().anyMatch(served -> served.account() == account);
    }
}
