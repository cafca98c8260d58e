package vn.thucchat.economy.market.web;

import java.time.YearMonth;
import vn.thucchat.economy.market.Market;
import vn.thucchat.economy.market.MarketBooks;

/**
 * A market's charges against its bank.
 *
 * @param now the running month, the last that can be asked for
 * @param keepsBooks whether the reader may open the money's own pages
 */
public record BooksPage(Market market, MarketBooks.Month books, YearMonth now, boolean keepsBooks) {}
