package vn.thucchat.economy.market.register;

import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.accounts.AccountUses;

/** Names the markets whose charges are paid into an account. */
@Component
record ChargesAccounts(MarketStore markets) implements AccountUses {

    @Override
    public Map<Integer, String> names(Collection<Integer> accounts) {
        return markets.namesByAccount(accounts);
    }
}
