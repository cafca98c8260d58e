package vn.thucchat.economy.market.traders;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.database.BusinessTime;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.identity.credentials.CredentialDataset;
import vn.thucchat.foundation.identity.credentials.CredentialType;

/**
 * Lets a trader carry at which stall of which market they trade, as the market keeps it: until the contract ends, the stall
 * closes, the trader leaves or somebody else signs in as the trader.
 */
@Component
record TraderCredential(TraderCredentialStore store, InstantSource clock) implements CredentialType {

    @Override
    public String code() {
        return "market-trader";
    }

    @Override
    public List<Claim> claims() {
        return List.of(
                Claim.always("market_name"),
                Claim.always("market_code"),
                Claim.always("trader_kind"),
                Claim.selective("trader_name"),
                Claim.selective("stall"),
                Claim.selective("trading_since"));
    }

    @Override
    public List<CredentialDataset> holdings(Actor holder) {
        return store.of(holder.account(), BusinessTime.day(clock.instant())).stream()
                .map(TraderCredential::holding)
                .toList();
    }

    private static CredentialDataset holding(TraderCredentialStore.Row row) {
        return new CredentialDataset(
                row.id(),
                row.marketName() + ", " + row.stall(),
                row.toOn(),
                row.synthetic(),
                Map.of(
                        "market_name", row.marketName(),
                        "market_code", row.marketCode(),
                        "trader_kind", row.kind().name(),
                        "trader_name", row.trader(),
                        "stall", row.stall(),
                        "trading_since", row.fromOn().toString()));
    }

    @Override
    public Set<Held> standing(Collection<Held> issued) {
        return store.standing(issued, BusinessTime.day(clock.instant()));
    }
}
