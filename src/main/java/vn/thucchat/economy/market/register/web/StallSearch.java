package vn.thucchat.economy.market.register.web;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.register.Stalls;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;

/** Finds stalls by the beginnings of their numbers, however written, for those who may read their markets. */
@Component
record StallSearch(Markets markets, Stalls stalls) implements SearchSource {

    private static final int LONGEST_NUMBER = 20;

    @Override
    public String kind() {
        return "stalls";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean open(Actor actor) {
        return !markets.readable(actor).isEmpty();
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        String number = query.words().without("sạp", "quầy", "stall").text().replace(" ", "");
        if (number.length() > LONGEST_NUMBER) return List.of();
        return stalls.search(query.actor(), number.toUpperCase(Locale.ROOT), query.limit()).stream()
                .map(stall -> new SearchHit(
                        stall.exact() ? Match.EXACT : Match.PREFIX,
                        stall.closed(),
                        query.t().of("search.stalls.name", stall.number()),
                        stall.marketName() + " · " + stall.zone()
                                + (stall.closed() ? " · " + query.t().of("search.stalls.closed") : ""),
                        "/markets/" + stall.market() + "/stalls/" + stall.id()))
                .toList();
    }
}
