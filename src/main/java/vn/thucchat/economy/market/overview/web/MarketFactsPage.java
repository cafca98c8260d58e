package vn.thucchat.economy.market.overview.web;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.facts.Evidence;
import vn.thucchat.foundation.facts.Fact;

/**
 * The facts behind a number of a market, the latest day first.
 *
 * @param kind its code
 * @param channel the one that is asked for, or null
 * @param from null: from the first
 * @param amountUnit what amounts are in, empty for none
 * @param total null for a reader who does not see each fact
 * @param days for such a reader, in the place of rows; {@code note} says why
 * @param state whether each says how something stands, so that adding them says nothing
 */
public record MarketFactsPage(
        Market market,
        String kind,
        @Nullable String channel,
        @Nullable LocalDate from,
        LocalDate to,
        boolean state,
        String amountUnit,
        Evidence.@Nullable Total total,
        List<Evidence.Group> days,
        @Nullable String note,
        List<Row> rows,
        @Nullable String first,
        @Nullable String next) {

    /**
     * @param facets in words, without the market
     * @param corrected a later fact has taken its place, so that it counts no more
     * @param url the record that it came from
     */
    public record Row(Fact fact, List<String> facets, boolean corrected, String url) {}
}
