package vn.thucchat.economy.market.traders;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.notify.announcements.AudienceSource;

/** The traders of a market who sign in, as a group to whom announcements can go. */
@Component
record TraderAudience(TraderAudienceStore store, Markets markets) implements AudienceSource {

    @Override
    public String code() {
        return "market.traders";
    }

    @Override
    public List<Audience> in(Collection<String> units, boolean synthetic) {
        return store.markets(units, synthetic).stream()
                .flatMap(code -> markets.find(code).stream())
                .map(TraderAudience::audience)
                .toList();
    }

    @Override
    public Optional<Audience> find(String key) {
        return markets.find(key).map(TraderAudience::audience);
    }

    private static Audience audience(Market market) {
        return new Audience(market.code(), "Tiểu thương " + market.name(), market.unit());
    }

    @Override
    public List<UUID> members(String key, UUID after, int limit) {
        return store.members(key, after, limit);
    }
}
