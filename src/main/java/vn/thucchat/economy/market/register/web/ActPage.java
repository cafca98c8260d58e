package vn.thucchat.economy.market.register.web;

import org.jspecify.annotations.Nullable;
import vn.thucchat.economy.market.register.Market;
import vn.thucchat.foundation.pages.Link;

/**
 * What a fact of a market was counted from, without names or numbers of people.
 *
 * @param record where those in charge see it whole, or null for a reader who is not
 */
public record ActPage(
        Market market, Link place, Act act, @Nullable String record) {}
