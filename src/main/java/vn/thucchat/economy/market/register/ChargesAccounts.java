package vn.thucchat.economy.market.register;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.money.accounts.AccountUses;
import vn.thucchat.foundation.vietnamese.VietnameseText;

/** Names the markets whose charges are paid into an account. */
@Component
record ChargesAccounts(MarketStore markets) implements AccountUses {

    @Override
    public Map<Integer, String> names(Collection<Integer> accounts) {
        return markets.namesByAccount(accounts);
    }

    @Override
    public Set<Integer> find(String words) {
        String wanted = VietnameseText.fold(words.strip());
        return markets.namesByAccount().entrySet().stream()
                .filter(it -> VietnameseText.fold(it.getValue()).contains(wanted))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
