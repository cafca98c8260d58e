package vn.thucchat.economy.market.charges.web;

import java.time.YearMonth;
import vn.thucchat.economy.market.charges.MarketBooks;
import vn.thucchat.economy.market.register.Market;

/**
 * A market's charges against its bank.
 *
 * @param now the running month, the last that can be asked for
 * @param keepsBooks whether the reader may open the money's own pages
 */
public record BooksPage(Market market, MarketBooks.Month books, YearMonth now, boolean keepsBooks) {}
