package vn.thucchat.economy.market.register.web;

import java.util.List;
import org.springframework.stereotype.Component;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.economy.market.register.Markets;
import vn.thucchat.foundation.search.SearchHit;
import vn.thucchat.foundation.search.SearchQuery;
import vn.thucchat.foundation.search.SearchSource;
import vn.thucchat.foundation.units.Units;

/** Finds markets by their names, for everybody. */
@Component
record MarketSearch(Markets markets, Units units) implements SearchSource {

    /** More than a province has. */
    private static final int ALL = 2000;

    @Override
    public String kind() {
        return "markets";
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public List<SearchHit> find(SearchQuery query) {
        return markets.page("", ALL).stream()
                .flatMap(market -> query
                        .words()
                        .match(market.name(), market.name().replaceFirst("^Chợ ", ""))
                        .map(match -> new SearchHit(
                                match,
                                market.closedOn() != null,
                                market.name(),
                                detail(query, market),
                                MarketLookup.path(market)))
                        .stream())
                .toList();
    }

    private String detail(SearchQuery query, Market market) {
        String place = units.address(query.t(), market.unit(), markets.today());
        return market.closedOn() == null
                ? place
                : place + " · "
                        + query.t().of("search.markets.closed", query.t().date(market.closedOn()));
    }
}
