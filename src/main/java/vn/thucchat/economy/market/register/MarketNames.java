package vn.thucchat.economy.market.register;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import vn.thucchat.foundation.facts.FacetNameSource;

/** Names the market that a fact is of, whose code it carries. */
@Component
record MarketNames(MarketStore store) implements FacetNameSource {

    @Override
    public String facet() {
        return "market";
    }

    @Override
    public Map<String, String> names(Set<String> values, Locale locale) {
        return store.names(values);
    }
}
