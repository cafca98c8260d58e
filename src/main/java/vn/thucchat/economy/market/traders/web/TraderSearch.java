package vn.thucchat.economy.market.traders.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.economy.market.traders.Traders;
import vn.thucchat.foundation.identity.access.Actor;
import vn.thucchat.foundation.search.Match;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;

/** Finds traders by their names, for those who may read the markets where they sell. */
@Component
record TraderSearch(Markets markets, Traders traders) implements SearchSource {

    @Override
    public String kind() {
        return "traders";
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public boolean open(Actor actor) {
        return !markets.readable(actor).isEmpty();
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return traders.search(query.actor(), query.words(), query.limit()).stream()
                .map(trader -> new SearchHit(
                        query.words().match(trader.name()).orElse(Match.PART),
                        trader.gone(),
                        trader.name(),
                        trader.marketName() + (trader.gone() ? " · " + query.t().of("search.traders.gone") : ""),
                        "/markets/" + trader.market() + "/traders/" + trader.id()))
                .toList();
    }
}
